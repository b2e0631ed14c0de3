package dev.highwater.engine.schedule;

import java.util.Locale;

/**
 * One field of a cron schedule: the values it names, as bits.
 *
 * @param values bit {@code n} is set when the value {@code n} is named
 * @param isWildcard whether the field starts with {@code *}, steps included, as Vixie cron counts
 *     it
 */
record CronField(long values, boolean isWildcard) {

  /** The fields in their order, with the values that each may hold. */
  enum Kind {
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY_OF_MONTH("day of month", 1, 31),
    MONTH("month", 1, 12),
    DAY_OF_WEEK("day of week", 0, 7);

    private final String title;
    private final int least;
    private final int greatest;

    Kind(String title, int least, int greatest) {
      this.title = title;
      this.least = least;
      this.greatest = greatest;
    }

    private IllegalArgumentException invalid(String part, String why) {
      return new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Invalid %s in cron schedule: '%s' %s (must be %d..%d, '*', a list, a range or a step"
                  + " such as '*/5')",
              title,
              part,
              why,
              least,
              greatest));
    }
  }

  static CronField parse(Kind kind, String text) {
    long values = 0;
    for (String part : text.split(",", -1)) {
      values |= part(kind, part);
    }
    return new CronField(values, text.startsWith("*"));
  }

  boolean has(int value) {
    return (values >>> value & 1) != 0;
  }

  /** The least value from {@code from} upwards, -1 when there is none. */
  int atOrAfter(int from) {
    long rest = from > 63 ? 0 : values >>> from << from;
    return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
  }

  /** The greatest value from {@code from} downwards, -1 when there is none. */
  int atOrBefore(int from) {
    long rest = from < 0 ? 0 : values << (63 - from) >>> (63 - from);
    return 63 - Long.numberOfLeadingZeros(rest);
  }

  private static long part(Kind kind, String part) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : number(kind, part, part.substring(slash + 1));
    if (step < 1) {
      throw kind.invalid(part, "has a step that is not at least 1");
    }
    int dash = range.indexOf('-');
    if (range.equals("*")) {
      return bits(kind.least, kind == Kind.DAY_OF_WEEK ? 6 : kind.greatest, step);
    }
    int first = value(kind, part, dash < 0 ? range : range.substring(0, dash));
    if (dash < 0) {
      // Vixie cron refuses a step after a single value; so no meaning has to be guessed.
      if (slash >= 0) {
        throw kind.invalid(part, "has a step after a single value");
      }
      return weekday(kind, bits(first, first, 1));
    }
    int last = value(kind, part, range.substring(dash + 1));
    if (first > last) {
      throw kind.invalid(part, "is a range that runs backwards");
    }
    return weekday(kind, bits(first, last, step));
  }

  private static long bits(int first, int last, int step) {
    long bits = 0;
    for (int value = first; value <= last; value += step) {
      bits |= 1L << value;
    }
    return bits;
  }

  /** Folds 7, which is Sunday too, onto 0. */
  private static long weekday(Kind kind, long bits) {
    boolean sunday = kind == Kind.DAY_OF_WEEK && (bits & 1L << 7) != 0;
    return sunday ? (bits | 1) & ~(1L << 7) : bits;
  }

  private static int value(Kind kind, String part, String text) {
    int value = number(kind, part, text);
    if (value < kind.least || value > kind.greatest) {
      throw kind.invalid(part, "is out of range");
    }
    return value;
  }

  private static int number(Kind kind, String part, String text) {
    if (text.length() >= 3 && text.chars().allMatch(Character::isLetter)) {
      throw kind.invalid(part, "is a name, which Splunk does not read; write its number");
    }
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw kind.invalid(part, "is not a number");
    }
    return Integer.parseInt(text);
  }
}
