package dev.highwater.engine.function.text;

/**
 * {@code rtrim(x[, characters])}: without these characters, blanks and tabs unless said, at its
 * end. Rules S-145, S-948.
 */
public final class RTrim implements TrimmingFunction {

  @Override
  public String name() {
    return "rtrim";
  }

  @Override
  public String cut(String text, String characters) {
    return TrimmingFunction.right(text, characters);
  }
}
