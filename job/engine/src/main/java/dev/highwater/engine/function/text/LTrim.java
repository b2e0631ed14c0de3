package dev.highwater.engine.function.text;

/**
 * {@code ltrim(x[, characters])}: without these characters, blanks and tabs unless said, at its
 * beginning. Rules S-145, S-948.
 */
public final class LTrim implements TrimmingFunction {

  @Override
  public String name() {
    return "ltrim";
  }

  @Override
  public String cut(String text, String characters) {
    return TrimmingFunction.left(text, characters);
  }
}
