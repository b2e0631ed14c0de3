package dev.highwater.engine.function.text;

/**
 * {@code trim(x[, characters])}: without these characters, blanks and tabs unless said, at both
 * ends. Rules S-145, S-948.
 */
public final class Trim implements TrimmingFunction {

  @Override
  public String name() {
    return "trim";
  }

  @Override
  public String cut(String text, String characters) {
    return TrimmingFunction.right(TrimmingFunction.left(text, characters), characters);
  }
}
