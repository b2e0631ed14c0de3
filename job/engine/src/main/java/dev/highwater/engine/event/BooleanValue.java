package dev.highwater.engine.event;

/** A truth value inside an expression; it never becomes the value of a field (S-101). */
public enum BooleanValue implements FieldValue {
  TRUE,
  FALSE;

  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean isTrue() {
    return this == TRUE;
  }

  /** As {@code tostring} prints it: {@code True} or {@code False} (S-141). */
  @Override
  public String text() {
    return isTrue() ? "True" : "False";
  }

  @Override
  public double number() {
    return Double.NaN;
  }
}
