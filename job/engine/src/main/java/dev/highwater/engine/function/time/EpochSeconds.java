package dev.highwater.engine.function.time;

import dev.highwater.engine.event.FieldValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Seconds of the epoch as times. */
final class EpochSeconds {

  /** Beyond, microseconds do not fit a long: some 285,000 years. */
  private static final double MOST = 9e12;

  private static final double MICROS = 1e6;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1000;

  private EpochSeconds() {}

  /** To the microsecond, as far as a double goes; NULL for what is no number or no such time. */
  static @Nullable Instant instant(FieldValue seconds) {
    double number = seconds.number();
    if (!(Math.abs(number) <= MOST)) {
      return null;
    }
    long micros = Math.round(number * MICROS);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }

  /** As {@code strptime} prints a time: six digits behind the point (S-164, S-941). */
  static FieldValue sixDecimals(Instant time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getEpochSecond())
            .add(BigDecimal.valueOf(time.getNano(), 9))
            .setScale(6, RoundingMode.FLOOR);
    return FieldValue.of(seconds.toPlainString());
  }
}
