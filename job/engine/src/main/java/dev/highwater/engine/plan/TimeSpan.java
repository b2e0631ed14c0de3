package dev.highwater.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The length of the buckets that times are put into (S-261, S-333): spans under a day are multiples
 * from epoch 0, longer ones begin at local midnight.
 *
 * @param count units in one bucket, at least 1
 * @param snapDay the day on which weeks begin, 0 for Sunday; -1 where nothing is said, so that
 *     weeks begin on Thursday as the epoch does (S-961)
 */
public record TimeSpan(long count, Unit unit, int snapDay) {

  /** What a span counts. */
  public enum Unit {
    MICROSECOND("us", 1),
    MILLISECOND("ms", 1_000),
    CENTISECOND("cs", 10_000),
    DECISECOND("ds", 100_000),
    SECOND("s|sec|secs|second|seconds", 1_000_000),
    MINUTE("m|min|mins|minute|minutes", 60_000_000L),
    HOUR("h|hr|hrs|hour|hours", 3_600_000_000L),
    DAY("d|day|days", 86_400_000_000L),
    WEEK("w|week|weeks", 7 * 86_400_000_000L),
    MONTH("mon|month|months", 30 * 86_400_000_000L),
    QUARTER("q|qtr|qtrs|quarter|quarters", 91 * 86_400_000_000L),
    YEAR("y|yr|yrs|year|years", 365 * 86_400_000_000L);

    /** All of them, the shortest first, separated by bars. */
    private final String spellings;

    private final long micros;

    Unit(String spellings, long micros) {
      this.spellings = spellings;
      this.micros = micros;
    }

    private static @Nullable Unit spelled(String text) {
      for (Unit unit : values()) {
        if (unit.allSpellings().contains(text)) {
          return unit;
        }
      }
      return null;
    }

    private List<String> allSpellings() {
      return List.of(spellings.split("\\|", 0));
    }
  }

  /** A span that follows from the range of the search: about a hundred buckets (S-962). */
  public static final TimeSpan AUTO = new TimeSpan(0, Unit.SECOND, -1);

  private static final Pattern TEXT = Pattern.compile("(\\d{0,9})([a-zA-Z]*)(?:@w([0-7]))?");
  private static final List<String> NICE =
      List.of("1s", "5s", "10s", "30s", "1m", "5m", "10m", "30m", "1h", "1d", "1mon", "1y");

  /** The span that a text such as {@code 5m}, {@code 300} or {@code auto} names, null for none. */
  public static @Nullable TimeSpan parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("auto")) {
      return AUTO;
    }
    Matcher matcher = TEXT.matcher(lower);
    if (lower.isEmpty() || !matcher.matches()) {
      return null;
    }
    String name = matcher.group(2);
    Unit unit = name.isEmpty() ? Unit.SECOND : Unit.spelled(name);
    long count = matcher.group(1).isEmpty() ? 1 : Long.parseLong(matcher.group(1));
    String day = matcher.group(3);
    if (unit == null || count == 0 || (day != null && unit != Unit.WEEK)) {
      return null;
    }
    return new TimeSpan(count, unit, day == null ? -1 : Integer.parseInt(day) % 7);
  }

  /** The shortest of the usual spans that cuts a range into at most so many buckets (S-962). */
  public static TimeSpan dividing(double rangeSeconds, int bins, @Nullable TimeSpan least) {
    TimeSpan span = AUTO;
    for (String text : NICE) {
      span = Objects.requireNonNull(parse(text));
      boolean isLongEnough = least == null || span.seconds() >= least.seconds();
      if (isLongEnough && rangeSeconds / span.seconds() <= bins) {
        return span;
      }
    }
    return span;
  }

  /** The span of a run: {@link #AUTO} settled by its range. */
  public TimeSpan in(RunContext run) {
    if (!equals(AUTO)) {
      return this;
    }
    long latest = Math.min(run.latestMillis(), run.nowMillis());
    return dividing((latest - run.earliestMillis()) / 1000.0, 100, null);
  }

  /** Whether a bucket depends neither on the run nor on the time zone. */
  public boolean isFixed() {
    return unit.compareTo(Unit.DAY) < 0 && count > 0;
  }

  /** The length of a bucket; of a month and longer ones a rough one. */
  public double seconds() {
    return count * (unit.micros / 1e6);
  }

  /** The start of the bucket that a time lies in; both in epoch seconds. */
  public double floor(double seconds, ZoneId zone) {
    return floor(seconds, 0, zone);
  }

  /**
   * The same, with buckets that begin at {@code alignSeconds} where the span is under a day (a
   * longer one begins at midnight whatever is said).
   */
  public double floor(double seconds, double alignSeconds, ZoneId zone) {
    if (isFixed()) {
      long size = count * unit.micros;
      long align = Math.round(alignSeconds * 1e6);
      long micros = Math.round(seconds * 1e6) - align;
      return (Math.floorDiv(micros, size) * size + align) / 1e6;
    }
    return start(date(seconds, zone), zone);
  }

  /** The start of the bucket behind the one that starts at {@code seconds}. */
  public double next(double seconds, ZoneId zone) {
    if (isFixed()) {
      return (Math.round(seconds * 1e6) + count * unit.micros) / 1e6;
    }
    LocalDate date = date(seconds, zone);
    return start(
        switch (unit) {
          case DAY -> date.plusDays(count);
          case WEEK -> date.plusWeeks(count);
          case MONTH -> date.plusMonths(count);
          case QUARTER -> date.plusMonths(3 * count);
          default -> date.plusYears(count);
        },
        zone);
  }

  private static LocalDate date(double seconds, ZoneId zone) {
    return Instant.ofEpochMilli((long) Math.floor(seconds * 1000)).atZone(zone).toLocalDate();
  }

  private double start(LocalDate date, ZoneId zone) {
    return firstDay(date).atStartOfDay(zone).toInstant().toEpochMilli() / 1000.0;
  }

  private LocalDate firstDay(LocalDate date) {
    return switch (unit) {
      case DAY -> LocalDate.ofEpochDay(multiple(date.toEpochDay(), count, 0));
      // Day 0 is a Thursday, the fourth day behind Sunday.
      case WEEK ->
          LocalDate.ofEpochDay(
              multiple(date.toEpochDay(), 7 * count, snapDay < 0 ? 0 : snapDay - 4));
      case MONTH -> month(multiple(monthOf(date), count, 0));
      case QUARTER -> month(multiple(monthOf(date), 3 * count, 0));
      default -> month(multiple(monthOf(date), 12 * count, 0));
    };
  }

  private static long multiple(long value, long size, long offset) {
    return Math.floorDiv(value - offset, size) * size + offset;
  }

  private static long monthOf(LocalDate date) {
    return 12L * (date.getYear() - 1970) + date.getMonthValue() - 1;
  }

  private static LocalDate month(long month) {
    return LocalDate.of(1970, 1, 1).plusMonths(month);
  }

  /** As written: {@code 5m}. */
  @Override
  public String toString() {
    String snap = snapDay < 0 ? "" : "@w" + snapDay;
    return count == 0 ? "auto" : count + unit.allSpellings().get(0) + snap;
  }
}
