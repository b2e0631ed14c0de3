package dev.highwater.engine.spl;

/**
 * SPL text that knows where each of its characters was written: in a file, inside a YAML scalar of
 * a file, or in the definition of a macro that was expanded into it.
 */
public interface SplSource {

  /** The text that is parsed. */
  String text();

  /**
   * Where the character at {@code offset} was written.
   *
   * @param offset from 0 to the length of the text, both included
   */
  Location locate(int offset);
}
