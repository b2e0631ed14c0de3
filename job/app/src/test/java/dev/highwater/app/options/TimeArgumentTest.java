package dev.highwater.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeArgumentTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01t10:00:00z, 2026-03-01T10:00:00Z",
    "2026-03-01 10:00:00.123Z, 2026-03-01T10:00:00.123Z",
    "2026-03-01T10:00:00+05:30, 2026-03-01T04:30:00Z",
    "2026-03-01T10:00:00, 2026-03-01T09:00:00Z",
    "2026-07-01T10:00, 2026-07-01T08:00:00Z",
    "2026-03-01, 2026-02-28T23:00:00Z",
    "1772359200, 2026-03-01T10:00:00Z",
    "1772359200.25, 2026-03-01T10:00:00.250Z",
    "0, 1970-01-01T00:00:00Z",
    "-1.5, 1969-12-31T23:59:58.500Z"
  })
  void readsRfc3339DatesAndEpochSeconds(String text, Instant time) {
    assertThat(TimeArgument.parse(text, BERLIN)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "-1h@h", "2026-02-30", "10:00", "2026-03-01T25:00:00Z"})
  void refusesWhatIsNoTime(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeArgument.parse(text, BERLIN))
        .withMessage(
            "Invalid time: '%s' (must be like 2026-03-01T10:00:00Z, 2026-03-01, or seconds since"
                + " 1970)",
            text);
  }

  @ParameterizedTest
  @CsvSource({
    "-24h@h, -24h@h",
    "-d@d, -1d@d",
    "now, now",
    "0, 0",
    "03/31/2026:23:59:00, 03/31/2026:23:59:00",
    "1772359200.25, 1772359200.25",
    "2026-03-01T10:00:00.25Z, 1772359200.250",
    "2026-03-01, 1772319600.000"
  })
  void readsBoundsAsSplunkHasThemAndTimes(String text, String specifier) {
    assertThat(TimeArgument.bound(text, BERLIN)).isEqualTo(specifier);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, Invalid time: 'yesterday' has an unknown unit 'yesterday'",
    "2026-02-30, Invalid time: '2026-02-30' (must be like"
  })
  void refusesWhatIsNoBound(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeArgument.bound(text, BERLIN))
        .withMessageStartingWith(message);
  }

  @Test
  void recognisesMilliseconds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeArgument.parse("1772359200000", BERLIN))
        .withMessageContaining("that looks like milliseconds, seconds are expected");
  }
}
