package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Cron schedules against every minute of three years. Rules S-410, S-906, S-907. With {@code
 * -Dhighwater.long=true} for a thousand of them.
 */
class CronCalendarPropertyTest {

  private static final long START = minute("2025-01-01T00:00:00Z");
  private static final long END = minute("2028-01-01T00:00:00Z");

  private static long minute(String time) {
    return Instant.parse(time).getEpochSecond() / 60;
  }

  @Property(tries = 12)
  void firesWhenEveryMinuteOfTheCalendarSays(
      @ForAll("fields") List<String> fields, @ForAll("zones") ZoneId zone) {
    CronSchedule cron = CronSchedule.parse(String.join(" ", fields));
    List<Long> fired = new ArrayList<>();
    for (long run = cron.nextAfter(START * 60_000 - 1, zone);
        run < END * 60_000;
        run = cron.nextAfter(run, zone)) {
      fired.add(run / 60_000);
    }

    assertThat(fired).isEqualTo(minutesOf(fields, zone));
  }

  @Property(tries = 1000)
  void firesSoForAThousandSchedules(
      @ForAll("fields") List<String> fields, @ForAll("zones") ZoneId zone) {
    if (Boolean.getBoolean("highwater.long")) {
      firesWhenEveryMinuteOfTheCalendarSays(fields, zone);
    }
  }

  /** Looks at each minute between two changes of the clock, where local time only goes on. */
  private static List<Long> minutesOf(List<String> fields, ZoneId zone) {
    BitSet minutes = values(fields.get(0), 0, 59);
    BitSet hours = values(fields.get(1), 0, 23);
    boolean isOften = fields.get(0).startsWith("*") || fields.get(1).startsWith("*");
    List<Long> found = new ArrayList<>();
    long at = START;
    long repeatedUntil = 0;
    while (at < END) {
      ZoneOffsetTransition change =
          zone.getRules().isFixedOffset()
              ? null
              : zone.getRules().nextTransition(Instant.ofEpochSecond(at * 60));
      long until = change == null ? END : Math.min(END, change.toEpochSecond() / 60);
      int offset = zone.getRules().getOffset(Instant.ofEpochSecond(at * 60)).getTotalSeconds() / 60;
      for (; at < until; at++) {
        long local = at + offset;
        if (minutes.get((int) Math.floorMod(local, 60L))
            && hours.get((int) Math.floorMod(local / 60, 24L))
            && (isOften || at >= repeatedUntil)
            && isDay(fields, LocalDate.ofEpochDay(Math.floorDiv(local, 1440L)))) {
          found.add(at);
        }
      }
      if (change != null && change.isOverlap()) {
        repeatedUntil = until - change.getDuration().toMinutes();
      }
    }
    return found;
  }

  private static boolean isDay(List<String> fields, LocalDate date) {
    boolean ofMonth = values(fields.get(2), 1, 31).get(date.getDayOfMonth());
    BitSet weekdays = values(fields.get(4), 0, 7);
    int weekday = date.getDayOfWeek().getValue();
    boolean ofWeek = weekdays.get(weekday) || (weekday == 7 && weekdays.get(0));
    boolean either = !fields.get(2).startsWith("*") && !fields.get(4).startsWith("*");
    return values(fields.get(3), 1, 12).get(date.getMonthValue())
        && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
  }

  private static BitSet values(String field, int least, int greatest) {
    BitSet values = new BitSet();
    for (String part : field.split(",", -1)) {
      String[] stepped = part.split("/", -1);
      String[] ends = stepped[0].split("-", -1);
      boolean isAny = stepped[0].equals("*");
      int first = isAny ? least : Integer.parseInt(ends[0]);
      int last = isAny ? greatest : Integer.parseInt(ends[ends.length - 1]);
      int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
      for (int value = first; value <= last; value += step) {
        values.set(value);
      }
    }
    return values;
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<List<String>> fields() {
    Arbitrary<String> minutes =
        Arbitraries.of("0", "30", "*/20", "7,37", "50-59/3", "15", "0-10/5,45");
    Arbitrary<String> hours = Arbitraries.of("*", "2", "1,2,3", "*/6", "0-5", "23", "1-3/2");
    Arbitrary<String> days = Arbitraries.of("*", "1", "31", "*/2", "1-7", "29", "13,27");
    Arbitrary<String> months = Arbitraries.of("*", "2,3", "10-11", "*/3", "1-12", "10");
    Arbitrary<String> weekdays = Arbitraries.of("*", "0", "7", "1-5", "6,7", "*/3", "5-7");
    return Combinators.combine(minutes, hours, days, months, weekdays)
        .as((minute, hour, day, month, weekday) -> List.of(minute, hour, day, month, weekday))
        .filter(CronCalendarPropertyTest::isEver);
  }

  /** 31 February never comes, and is refused. */
  private static boolean isEver(List<String> fields) {
    LocalDate first = LocalDate.of(2025, 1, 1);
    return first.datesUntil(first.plusYears(1)).anyMatch(date -> isDay(fields, date));
  }
}
