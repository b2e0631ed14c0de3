package dev.highwater.engine.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones that times name. */
public final class ZoneNames {

  private static final int MOST_MINUTES = 18 * 60;

  /** Abbreviations in hours from UTC; those of North America as everyday logs mean them. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("WET", 0),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7));

  private ZoneNames() {}

  /** The zone of an abbreviation or of a place such as {@code Europe/Berlin}, null for neither. */
  public static @Nullable ZoneId named(String upperCase, String asWritten) {
    Integer hours = HOURS.get(upperCase);
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    if (asWritten.indexOf('/') < 0) {
      return null;
    }
    try {
      return ZoneId.of(asWritten);
    } catch (DateTimeException e) {
      return null; // no such place
    }
  }

  /** The zone so many minutes east of UTC, null for more than there are. */
  static @Nullable ZoneId offset(int minutes) {
    return Math.abs(minutes) > MOST_MINUTES ? null : ZoneOffset.ofTotalSeconds(60 * minutes);
  }
}
