package dev.highwater.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-163, S-332. */
class TimeFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%dT%H:%M:%S     | UTC           | 2026-03-01T12:05:09",
        "%m/%d/%Y %H:%M:%S     | Europe/Berlin | 03/01/2026 13:05:09",
        "%F %T.%3N             | UTC           | 2026-03-01 12:05:09.987",
        "%Q %6N %9N %N %f      | UTC           | 987 987000 987000000 987000000 987000",
        "%s                    | UTC           | 1772366709",
        "%z %:z %Ez %Z         | Europe/Berlin | +0100 +01:00 60 CET",
        "%z %:z %Z             | UTC           | +0000 +00:00 UTC",
        "%I:%M %p, %y, %j      | UTC           | 12:05 PM, 26, 060",
        "%a %A %b %B %e %w %u  | UTC           | Sun Sunday Mar March  1 0 7",
        "%G-W%V                | UTC           | 2026-W09",
        "%k %l %C %g %U %W %V  | Europe/Berlin | 13  1 20 26 09 08 09",
        "%c                    | UTC           | Sun Mar  1 12:05:09 2026",
        "%+                    | Europe/Berlin | Sun Mar  1 13:05:09 CET 2026",
        "%::z %:::z            | Asia/Kolkata  | +05:30:00 +05:30",
        "%:::z %:y             | Europe/Berlin | +01 %:y",
        "100%% %q %            | UTC           | 100% %q %"
      })
  void formats(String format, String zone, String expected) {
    long time = Instant.parse("2026-03-01T12:05:09.987Z").toEpochMilli();
    assertThat(TimeFormat.of(format).format(time, ZoneId.of(zone))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1969-12-31T23:59:59.999", "0, 1970-01-01T00:00:00.000"})
  void formatsTimesBeforeTheEpoch(long millis, String expected) {
    assertThat(TimeFormat.of("%FT%T.%Q").format(millis, ZoneId.of("UTC"))).isEqualTo(expected);
  }
}
