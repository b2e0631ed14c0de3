package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-410, S-906, S-907. */
class CronScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 * * * *      | 2026-03-01T01:00:00Z | 2026-03-01T02:00:00Z",
        "0 * * * *      | 2026-03-01T01:59:59.999Z | 2026-03-01T02:00:00Z",
        "*/15 * * * *   | 2026-03-01T01:46:00Z | 2026-03-01T02:00:00Z",
        "10 0 * * *     | 2026-02-28T00:10:00Z | 2026-03-01T00:10:00Z",
        "0 2 * * 0      | 2026-11-24T04:00:00Z | 2026-11-29T02:00:00Z",
        "0 2 * * 7      | 2026-11-24T04:00:00Z | 2026-11-29T02:00:00Z",
        "5,35 8-10/2 * * 1-5 | 2026-11-27T10:35:00Z | 2026-11-30T08:05:00Z",
        "0 0 29 2 *     | 2096-02-29T00:00:00Z | 2104-02-29T00:00:00Z",
        "0 0 13 * 5     | 2026-11-24T00:00:00Z | 2026-11-27T00:00:00Z",
        "0 0 13 * *     | 2026-11-24T00:00:00Z | 2026-12-13T00:00:00Z",
        "0 0 */31 * 1   | 2026-11-24T00:00:00Z | 2027-02-01T00:00:00Z",
        "59 23 31 12 *  | 1969-12-31T23:58:59Z | 1969-12-31T23:59:00Z"
      })
  void findsTheNextTime(String cron, String after, String expected) {
    long next =
        CronSchedule.parse(cron).nextAfter(Instant.parse(after).toEpochMilli(), ZoneOffset.UTC);

    assertThat(Instant.ofEpochMilli(next)).isEqualTo(expected);
    assertThat(CronSchedule.parse(cron).lastAtOrBefore(next + 17, ZoneOffset.UTC)).isEqualTo(next);
  }

  @Test
  void skipsALocalTimeThatTheClocksSkip() {
    assertThat(times("30 2 * * *", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void firesAFixedTimeOnceWhenTheClocksShowItTwice() {
    assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void firesAnHourlyTimeInEveryHourOfADayWithAClockChange() {
    assertThat(times("0 * * * *", "2026-10-24T23:30:00Z", "2026-10-25T02:30:00Z"))
        .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
    assertThat(times("0 * * * *", "2026-03-28T23:30:00Z", "2026-03-29T02:30:00Z"))
        .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 * * *       | '0 * * *' has 4 fields (must be 5",
        "60 * * * *    | Invalid minute in cron schedule: '60' is out of range (must be 0..59",
        "0 24 * * *    | Invalid hour in cron schedule: '24' is out of range (must be 0..23",
        "0 0 0 * *     | Invalid day of month in cron schedule: '0' is out of range (must be 1..31",
        "0 0 * 13 *    | Invalid month in cron schedule: '13' is out of range (must be 1..12",
        "0 0 * * MON   | Invalid day of week in cron schedule: 'MON' is a name, which Splunk does",
        "0 0 * JAN *   | Invalid month in cron schedule: 'JAN' is a name",
        "*/0 * * * *   | '*/0' has a step that is not at least 1",
        "5/10 * * * *  | '5/10' has a step after a single value",
        "9-5 * * * *   | '9-5' is a range that runs backwards",
        "1,,2 * * * *  | '' is not a number",
        "@hourly       | has 1 fields (must be 5",
        "0 0 30 2 *    | '0 0 30 2 *' never fires, no month of '2' has a day of '30'",
        "0 0 31 4,6,9,11 * | never fires"
      })
  void saysWhatIsWrong(String cron, String message) {
    assertThatThrownBy(() -> CronSchedule.parse(cron))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static List<String> times(String cron, String after, String until) {
    CronSchedule schedule = CronSchedule.parse(cron);
    List<String> times = new ArrayList<>();
    long last = Instant.parse(until).toEpochMilli();
    for (long time = schedule.nextAfter(Instant.parse(after).toEpochMilli(), BERLIN);
        time <= last; ) {
      times.add(Instant.ofEpochMilli(time).toString());
      time = schedule.nextAfter(time, BERLIN);
    }
    return times;
  }
}
