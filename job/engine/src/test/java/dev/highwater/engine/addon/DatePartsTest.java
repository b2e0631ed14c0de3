package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule S-1600. */
class DatePartsTest {

  private static final AddOnLibrary LIBRARY =
      AddOns.props(
          """
          [st]
          TZ = Asia/Kolkata
          EXTRACT-minute = minute (?<date_minute>\\w+)
          FIELDALIAS-day = date_wday AS day
          """);

  @Test
  void areOfTheZoneOfTheSourcetype() {
    EventFields fields = AddOns.at(LIBRARY, "x");

    assertThat(AddOns.show(fields, "date_hour", "date_minute", "date_second", "date_zone"))
        .isEqualTo("date_hour=5 date_minute=30 date_second=1 date_zone=330");
    assertThat(AddOns.show(fields, "date_year", "date_month", "date_mday", "date_wday", "day"))
        .isEqualTo("date_year=1970 date_month=january date_mday=1 date_wday=thursday day=thursday");
  }

  @Test
  void aFieldOfTheEventsOwnWins() {
    assertThat(AddOns.show(AddOns.at(LIBRARY, "minute x"), "date_minute"))
        .isEqualTo("date_minute=x");
  }

  @Test
  void areThereForWhoAsksByName() {
    EventFields fields = AddOns.at(LIBRARY, "x");

    assertThat(fields.names()).contains("date_minute", "day").doesNotContain("date_hour");
    assertThat(fields.rules().literalsInRaw("date_wday", "thursday")).isEmpty();
    assertThat(fields.rules().literalsInRaw("day", "thursday")).isEmpty();
  }
}
