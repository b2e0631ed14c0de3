package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code median}, {@code perc95}, {@code p95}, {@code exactperc95}, {@code upperperc95}: a point
 * between the sorted numbers, interpolated and exact whatever their number (S-214, S-965).
 *
 * @param percent 0 to 100
 */
public record Percentile(String name, double percent) implements Aggregation {

  private static final Pattern NAME =
      Pattern.compile("(?:exactperc|upperperc|perc|p)(\\d{1,3}(?:\\.\\d+)?)");

  /** The percentile that a name such as {@code perc95} asks for, null for any other name. */
  static @Nullable Percentile named(String key) {
    Matcher matcher = NAME.matcher(key);
    if (!matcher.matches()) {
      return null;
    }
    double percent = Double.parseDouble(matcher.group(1));
    return percent <= 100 ? new Percentile(key, percent) : null;
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Numbers(percent);
  }

  private static final class Numbers extends OfNumbers {
    private final double percent;
    private double[] numbers = new double[4];
    private int size;

    Numbers(double percent) {
      this.percent = percent;
    }

    @Override
    void take(double number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    @Override
    public @Nullable FieldValue partial() {
      List<FieldValue> values = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        values.add(FieldValue.of(numbers[i]));
      }
      return MultiValue.of(values);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      if (partial != null) {
        partial.members().forEach(number -> take(number.number()));
      }
    }

    @Override
    public @Nullable FieldValue result() {
      if (size == 0) {
        return null;
      }
      Arrays.sort(numbers, 0, size);
      double place = percent * (size - 1); // in hundredths, so that no whole percentage is rounded
      int below = (int) Math.floor(place / 100);
      int above = Math.min(below + 1, size - 1);
      double step = numbers[above] - numbers[below];
      double share = (place - below * 100.0) / 100;
      return FieldValue.of(step == 0 ? numbers[below] : numbers[below] + share * step);
    }
  }
}
