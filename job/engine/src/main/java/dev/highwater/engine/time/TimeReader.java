package dev.highwater.engine.time;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time format of {@code strptime} (S-164). Immutable.
 *
 * <p>Leading zeros may be left out, white space in the format stands for any run of it or none,
 * names of months and days may be short or long in any case, a part of a second may be missing, and
 * text behind the format says nothing.
 */
public final class TimeReader {

  private final String format;

  private TimeReader(String format) {
    this.format = format;
  }

  public static TimeReader of(String format) {
    return new TimeReader(format);
  }

  /**
   * The time that the text begins with; {@code null} when it does not read as the format says, or
   * is no time. A date that is missing as a whole is today, a year alone this year (S-945).
   *
   * @param now what today is
   * @param zone of times that do not say theirs
   */
  public @Nullable Instant read(String text, Instant now, ZoneId zone) {
    TimeParts parts = new TimeParts();
    return new TimeText(text, parts).reads(format) ? parts.resolve(now, zone) : null;
  }

  @Override
  public String toString() {
    return format;
  }
}
