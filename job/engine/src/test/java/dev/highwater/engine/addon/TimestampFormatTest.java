package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-657, S-405, S-901, S-922, S-1319. */
class TimestampFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%d %H:%M:%S.%3N   | 2026-03-01 00:10:20.123 | 2026-03-01T00:10:20.123Z",
        "%Y-%m-%d %H:%M:%S.%3N   | 2026-03-01 00:10:20.1   | 2026-03-01T00:10:20.100Z",
        "%Y-%m-%d %H:%M:%S.%6N   | 2026-03-01  0:10:20.1239| 2026-03-01T00:10:20.123Z",
        "%Y-%m-%dT%H:%M:%S%z     | 2026-03-01T00:10:20+02:00 | 2026-02-28T22:10:20.000Z",
        "%Y-%m-%dT%H:%M:%S%z     | 2026-03-01T00:10:20Z    | 2026-03-01T00:10:20.000Z",
        "%b %d %H:%M:%S %Y       | Mar  1 00:10:20 2026    | 2026-03-01T00:10:20.000Z",
        "%d/%B/%Y:%T %z          | 01/March/2026:00:10:20 -0130 | 2026-03-01T01:40:20.000Z",
        "%m/%d/%y %I:%M:%S %p    | 03/01/26 12:10:20 PM    | 2026-03-01T12:10:20.000Z",
        "%m/%d/%y %I:%M:%S %p    | 03/01/26 12:10:20 AM    | 2026-03-01T00:10:20.000Z",
        "%s.%3N                  | 1772323820.123           | 2026-03-01T00:10:20.123Z",
        "%s.%3N                  | 1772323820,             | 2026-03-01T00:10:20.000Z",
        "%s%3N                   | 1772323820123            | 2026-03-01T00:10:20.123Z",
        "%s.%6N                  | 2026-03-01T00:10:20Z     | none",
        "%T,%N %F                | 00:10:20 2026-03-01     | 2026-03-01T00:10:20.000Z",
        "%T.%F                   | 00:10:20 2026-03-01     | none",
        "%s%3N                   | 1772323820123            | 2026-03-01T00:10:20.123Z",
        "%s%6N                   | 1772323820123456         | 2026-03-01T00:10:20.123Z",
        "%a %b %e %T %Z %Y       | Sun Mar  1 00:10:20 EST 2026 | 2026-03-01T05:10:20.000Z",
        "%Y-%m-%d %T %Z          | 2026-03-01 00:10:20 UTC  | 2026-03-01T00:10:20.000Z",
        "%Y-%m-%d %T %Z          | 2026-03-01 00:10:20 Nix  | none",
        "%D %l:%M %p             | 03/01/26  1:10 pm        | 2026-03-01T13:10:00.000Z",
        "%D %l:%M %p             | 03/01/26  1:10 xx        | none",
        "%b %e %T                | Mar  1 00:10:20          | 1970-03-01T00:10:20.000Z",
        "%F %R                   | 2026-03-01 00:10         | 2026-03-01T00:10:00.000Z",
        "%F                      | 2024-02-29              | 2024-02-29T00:00:00.000Z",
        "%F                      | 2026-02-29              | none",
        "%F                      | 2026-04-31              | none",
        "%F                      | 2026-13-01              | none",
        "%F %T                   | 2026-03-01 25:00:00     | none",
        "%F                      | 2026/03/01              | none"
      })
  void reads(String format, String text, String expected) {
    assertThat(read(format, "UTC", text)).isEqualTo(expected);
  }

  @Test
  void aTimeThatNamesNoZoneIsOfTheSourcetypesZone() {
    assertThat(read("%F %T", "Europe/Berlin", "2026-07-01 12:00:00"))
        .isEqualTo("2026-07-01T10:00:00.000Z");
    assertThat(read("%F %T%z", "Europe/Berlin", "2026-07-01 12:00:00+0000"))
        .isEqualTo("2026-07-01T12:00:00.000Z");
  }

  @Test
  void refusesADirectiveThatItCannotRead() {
    assertThatThrownBy(() -> new TimestampFormat("%Y %U", ZoneId.of("UTC")))
        .hasMessage("time format '%Y %U': the directive at 3 is not supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t=2026-03-01 00:10:20 2025-01-01 00:00:00 | 2026-03-01T00:10:20.000Z",
        "no time; at 2026-03-01T00:10:20.5Z        | 2026-03-01T00:10:20.500Z",
        "t=never 2026-03-01T00:10:20+01:00         | 2026-02-28T23:10:20.000Z",
        "2026-99-01T00:00:00 2026-03-01T00:10:20   | 2026-03-01T00:10:20.000Z",
        "0001-01-01T00:00:00 at 2026-03-01T00:10:20 | 2026-03-01T00:10:20.000Z",
        "2026-03-01 00:10:20,5 +0100 up            | 2026-02-28T23:10:20.500Z",
        "2026/03/01 00:10:20 up                    | 2026-03-01T00:10:20.000Z",
        "03/01/2026 12:10:20 AM                    | 2026-03-01T00:10:20.000Z",
        "03/01/2026 00:10:20.5                     | 2026-03-01T00:10:20.500Z",
        "1.2.3.4 - - [01/Mar/2026:00:10:20 +0000]  | 2026-03-01T00:10:20.000Z",
        "Sun Mar  1 00:10:20 2026 up               | 2026-03-01T00:10:20.000Z",
        "Sun Mar  1 00:10:20 UTC 2026 up           | 2026-03-01T00:10:20.000Z",
        "Mar  1 00:10:20 10.0.0.1 up               | none",
        "1772323820, search_name=x                 | 2026-03-01T00:10:20.000Z",
        "1772323820.25 up                          | 2026-03-01T00:10:20.250Z",
        "17723238201 up                            | none",
        "{'a':'2025-01-01T00:00:00Z','time':'2026-03-01T00:10:20Z'} | 2026-03-01T00:10:20.000Z",
        "{'a':'2025-01-01T00:00:00Z','Timestamp': 1772323820123}    | 2026-03-01T00:10:20.123Z",
        "{'time': {'x': 1}, 'eventTime' : '1772323820.5'}           | 2026-03-01T00:10:20.500Z",
        "{'time': null, 'a': '2026-03-01 00:10:20'}                 | 2026-03-01T00:10:20.000Z",
        "{'time                                                     | none",
        "nothing at all                            | none",
        "12:30:00                                  | none"
      })
  void theSourcetypesRuleComesBeforeAnyTimeInTheText(String text, String expected) {
    AddOnLibrary library = AddOns.props("[st]\nTIME_PREFIX = t=\nTIME_FORMAT = %F %T\n");
    RawEvent event = RawEvent.of(AddOns.ORIGIN, 0, text.replace('\'', '"'));
    assertThat(show(library.fieldsOf(AddOns.ORIGIN).timeOf(event))).isEqualTo(expected);
  }

  /** Rules S-657, S-1315. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIME_PREFIX = ^\\w+;        | 5;2026-03-01 00:10:20 | 2026-03-01T00:10:20.000Z",
        "TIME_PREFIX = (?:on )+é=    | 2025-01-01 00:00:00 on é=2026-03-01 00:10:20 |"
            + " 2026-03-01T00:10:20.000Z",
        "TIME_PREFIX = (?=2026)      | 2025-01-01 00:00:00 2026-03-01 00:10:20 |"
            + " 2026-03-01T00:10:20.000Z",
        "DATETIME_CONFIG = CURRENT   | 2026-03-01 00:10:20      | 2026-03-01T00:10:20.000Z",
        "DATETIME_CONFIG = NONE      | no time                  | none",
        "MAX_TIMESTAMP_LOOKAHEAD = 0 | x2026-03-01 00:10:20     | 2026-03-01T00:10:20.000Z"
      })
  void aPrefixIsAnyExpression(String setting, String text, String expected) {
    AddOnLibrary library = AddOns.props("[st]\nTIME_FORMAT = %F %T\n" + setting + "\n");
    RawEvent event = RawEvent.of(AddOns.ORIGIN, 0, text);
    assertThat(show(library.fieldsOf(AddOns.ORIGIN).timeOf(event))).isEqualTo(expected);
  }

  @Test
  void aPrefixThatIsTooMuchWorkFindsNoTime() {
    AddOnLibrary library = AddOns.props("[st]\nTIME_PREFIX = ^(a+)+b\nTIME_FORMAT = %F %T\n");
    RawEvent event = RawEvent.of(AddOns.ORIGIN, 0, "a".repeat(10_000));
    assertThat(show(library.fieldsOf(AddOns.ORIGIN).timeOf(event))).isEqualTo("none");
  }

  private static String read(String format, String zone, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return show(new TimestampFormat(format, ZoneId.of(zone)).reader().read(bytes, 0, bytes.length));
  }

  private static String show(long time) {
    return time == RawEvent.NO_TIME ? "none" : EventTime.format(time);
  }
}
