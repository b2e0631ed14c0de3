package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.NumericText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How {@code tostring} writes numbers (S-141, S-955). */
enum NumberFormat {
  PLAIN {
    @Override
    String write(double number) {
      return NumericText.format(number);
    }
  },
  BINARY {
    @Override
    String write(double number) {
      return isNatural(number) ? Long.toBinaryString((long) number) : PLAIN.write(number);
    }
  },
  HEX {
    @Override
    String write(double number) {
      return isNatural(number)
          ? "0x" + Long.toHexString((long) number).toUpperCase(Locale.ROOT)
          : PLAIN.write(number);
    }
  },
  COMMAS {
    @Override
    String write(double number) {
      int decimals = number == Math.rint(number) ? 0 : 2;
      BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
      return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }
  },
  DURATION {
    @Override
    String write(double number) {
      BigDecimal seconds = BigDecimal.valueOf(Math.abs(number)).setScale(6, RoundingMode.HALF_UP);
      BigDecimal fraction = seconds.remainder(BigDecimal.ONE);
      long whole = seconds.longValue();
      String days = whole >= DAY ? whole / DAY + "+" : "";
      String clock =
          String.format(
              Locale.ROOT, "%02d:%02d:%02d", whole % DAY / 3600, whole / 60 % 60, whole % 60);
      return (number < 0 ? "-" : "")
          + days
          + clock
          + (fraction.signum() == 0 ? "" : fraction.toPlainString().substring(1));
    }
  };

  private static final long DAY = 86_400;
  private static final double MOST = (1L << 53) - 1;

  abstract String write(double number);

  /** The format that SPL calls so, {@code null} when there is none. */
  static @Nullable NumberFormat named(String name) {
    return switch (name) {
      case "binary" -> BINARY;
      case "commas" -> COMMAS;
      case "duration" -> DURATION;
      case "hex" -> HEX;
      default -> null;
    };
  }

  /** Each value as text; those that are no numbers as they are. */
  @Nullable FieldValue textOf(@Nullable FieldValue value) {
    return value == null
        ? null
        : MultiValue.of(value.members().stream().map(this::single).toList());
  }

  private FieldValue single(FieldValue value) {
    double number = value.number();
    boolean isPlain = this == PLAIN || Double.isNaN(number) || Double.isInfinite(number);
    return FieldValue.of(isPlain ? value.text() : write(number));
  }

  private static boolean isNatural(double number) {
    return number >= 0 && number <= MOST;
  }
}
