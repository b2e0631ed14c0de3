package dev.highwater.app.terminal;

import java.util.Locale;

/** A number of bytes for people. */
public final class ByteCount {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteCount() {}

  /** Three digits or so and a decimal unit: {@code 999 B}, {@code 1.2 kB}, {@code 60 MB}. */
  public static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    do {
      value /= 1000;
      unit++;
    } while (value >= 999.5 && unit < UNITS.length - 1);
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }
}
