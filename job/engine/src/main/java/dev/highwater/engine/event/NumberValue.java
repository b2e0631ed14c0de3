package dev.highwater.engine.event;

/** A number: a double, exact for whole numbers up to 53 bits (S-100). */
public record NumberValue(double number) implements FieldValue {

  /** Every stored row holds how often it came, which is once. */
  static final NumberValue ONE = new NumberValue(1);

  @Override
  public String text() {
    return NumericText.format(number);
  }

  @Override
  public String toString() {
    return text();
  }
}
