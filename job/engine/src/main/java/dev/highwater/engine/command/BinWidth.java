package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.TimeSpan;
import java.math.BigDecimal;
import java.time.ZoneId;

/** How {@code bin} cuts a line of numbers into buckets (S-333, S-973). */
sealed interface BinWidth {

  /** What stands for a number: the start of its bucket, or a text with both ends. */
  FieldValue bucket(double number, double alignSeconds, ZoneId zone);

  /** In SPL. */
  String describe();

  /** Times. */
  record OfTime(TimeSpan span) implements BinWidth {
    @Override
    public FieldValue bucket(double number, double alignSeconds, ZoneId zone) {
      return FieldValue.of(span.floor(number, alignSeconds, zone));
    }

    @Override
    public String describe() {
      return span.toString();
    }
  }

  /** Buckets of equal size from 0. */
  record OfNumbers(double size) implements BinWidth {
    @Override
    public FieldValue bucket(double number, double alignSeconds, ZoneId zone) {
      double index = Math.floor(number / size);
      return Double.isFinite(index) ? range(end(index), end(index + 1)) : FieldValue.of(number);
    }

    /** In decimal, so that three times 0.1 is 0.3. */
    private double end(double index) {
      return new BigDecimal(index).multiply(BigDecimal.valueOf(size)).doubleValue();
    }

    @Override
    public String describe() {
      return FieldValue.of(size).text();
    }
  }

  /** Buckets between {@code factor * base^k} and the next power; numbers over 0 only. */
  record OfMagnitudes(String text, double factor, double base) implements BinWidth {
    @Override
    public FieldValue bucket(double number, double alignSeconds, ZoneId zone) {
      if (number <= 0 || Double.isInfinite(number)) {
        return FieldValue.of(number);
      }
      long power = (long) Math.floor(Math.log(number / factor) / Math.log(base));
      // The logarithm of a power may come out just below a whole number.
      power += end(power + 1) <= number ? 1 : 0;
      return range(end(power), end(power + 1));
    }

    private double end(long power) {
      return factor * Math.pow(base, (double) power);
    }

    @Override
    public String describe() {
      return text;
    }
  }

  private static FieldValue range(double low, double high) {
    return FieldValue.of(FieldValue.of(low).text() + "-" + FieldValue.of(high).text());
  }
}
