package dev.highwater.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-400, S-401, S-402, S-403, S-404, S-908, S-910, S-1010. */
class RelativeTimeTest {

  @ParameterizedTest
  @CsvSource({
    // Published examples: offset first, then the snap, which goes down; weeks begin on Sunday.
    "-2d, 1714313100, 1714140300",
    "-2d@d, 1714313100, 1714089600",
    "-1h, 1714275900, 1714272300",
    "-h@h, 1714275900, 1714269600",
    "@w, 1714557600, 1714262400",
    "@w0, 1714557600, 1714262400",
    "@w7, 1714557600, 1714262400",
    "@w1, 1714557600, 1714348800",
    "@q, 1715767200, 1711929600",
    "@qtr, 1715767200, 1711929600",
    "now, 1715767200, 1715767200",
    "now(), 1715767200, 1715767200",
    "-1450m@m, 1771254900, 1771167900",
    "-10m@m, 1771254900, 1771254300",
    "-60m, 1714316400, 1714312800",
    "@d, 1715769000, 1715731200",
    "-1d@d, 1715769000, 1715644800",
    "-2h@h, 1715769000, 1715760000",
    "-1h@h, 1715769000, 1715763600",
    // Chains, spellings, absolute times.
    "-1d@d+2h, 1714313100, 1714183200",
    "@mon, 1714313100, 1711929600",
    "@y, 1714313100, 1704067200",
    "-2weeks, 1714313100, 1713103500",
    "+30seconds, 1714313100, 1714313130",
    "1d, 1714313100, 1714399500",
    "0, 1714313100, 0",
    "1, 1714313100, 1",
    "03/01/2026:00:50:00, 1714313100, 1772326200"
  })
  void appliesInUtc(String text, long baseSeconds, long expectedSeconds) {
    assertThat(RelativeTime.parse(text).apply(baseSeconds * 1000, ZoneOffset.UTC))
        .isEqualTo(expectedSeconds * 1000);
  }

  @ParameterizedTest
  @CsvSource({
    // The month's end stays inside the month.
    "-1mon, UTC, 2026-03-31T10:00:00Z, 2026-02-28T10:00:00Z",
    "-1q, UTC, 2026-05-31T10:00:00Z, 2026-02-28T10:00:00Z",
    "-1y, UTC, 2024-02-29T10:00:00Z, 2023-02-28T10:00:00Z",
    // Days are steps of the calendar, hours are spans of time.
    "-1d, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T13:00:00Z",
    "-24h, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T12:00:00Z",
    "@d, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z",
    "@h, Asia/Kolkata, 2026-03-29T12:10:00Z, 2026-03-29T11:30:00Z",
    "-500ms, UTC, 2026-03-29T12:00:00Z, 2026-03-29T11:59:59.500Z",
    "-1us, UTC, 2026-03-29T12:00:00Z, 2026-03-29T11:59:59.999Z",
    "@s, UTC, 2026-03-29T12:00:00.999Z, 2026-03-29T12:00:00Z"
  })
  void appliesInAZone(String text, String zone, String base, String expected) {
    long time = RelativeTime.parse(text).apply(Instant.parse(base).toEpochMilli(), ZoneId.of(zone));

    assertThat(Instant.ofEpochMilli(time)).isEqualTo(expected);
  }

  @Test
  void hasACanonicalText() {
    assertThat(RelativeTime.parse("-hour@hours+2days@week")).hasToString("-1h@h+2d@w0");
    assertThat(RelativeTime.parse("@w7")).isEqualTo(RelativeTime.parse("@w"));
    assertThat(RelativeTime.parse(" now ")).isSameAs(RelativeTime.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-5           | Invalid time: '-5' lacks a unit; units are us, ms",
        "-5x          | has an unknown unit 'x'",
        "-5M          | has the unit 'M'; units are lower case: m",
        "@w8          | snaps to weekday 8; weekdays are @w0 (Sunday) to @w6",
        "-1d@d 2h     | has ' ' where a step begins",
        "rt-5m        | is a real-time window",
        "\"\"         | is empty",
        "02/30/2026:00:00:00 | is no date; write month/day/year",
        "-9999999999d | has a count of 10 digits"
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> RelativeTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
