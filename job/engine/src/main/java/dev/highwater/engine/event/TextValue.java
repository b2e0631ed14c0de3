package dev.highwater.engine.event;

/** Text, which counts as a number where it reads as one (S-105). */
public record TextValue(String text) implements FieldValue {

  @Override
  public double number() {
    return NumericText.parse(text);
  }

  @Override
  public long estimatedBytes() {
    return 64L + text.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
