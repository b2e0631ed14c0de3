package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule S-1407. */
class SearchOverridesTest {

  private static final ContentPack CONTENT = ContentPack.builtIn();
  private static final Detection DETECTION = CONTENT.detections().get(0);
  private static final ScheduleItem USUAL = ScheduleItem.allTime(0, ZoneOffset.UTC);

  private static SearchOverrides read(String... lines) {
    return SearchOverrides.parse(
        "local.conf",
        String.join("\n", lines) + "\n",
        problem -> {
          throw new IllegalStateException(problem.render());
        });
  }

  private static String stanza() {
    return "[" + DETECTION.searchName() + "]";
  }

  @Test
  void changesWhatItSaysAndNothingElse() {
    ScheduleItem hourly =
        new ScheduleItem("0 * * * *", "-70m@m", "-10m@m", "UTC", Long.MIN_VALUE, Long.MAX_VALUE);
    SearchOverrides overrides =
        read(stanza(), "cron_schedule = */5 * * * *", "dispatch.earliest_time = -15m@m");

    assertThat(overrides.applied(DETECTION, hourly))
        .isEqualTo(
            new ScheduleItem(
                "*/5 * * * *", "-15m@m", "-10m@m", "UTC", Long.MIN_VALUE, Long.MAX_VALUE));
    assertThat(SearchOverrides.NONE.applied(DETECTION, hourly)).isEqualTo(hourly);
    assertThat(overrides.isEnabled(DETECTION)).isNull();
  }

  @Test
  void throttlesAndEndsTheThrottlingOfTheContent() {
    ScheduleItem throttled = USUAL.throttledBy(new Throttling(List.of("dest"), 1000));

    assertThat(
            read(
                    stanza(),
                    "alert.suppress = 1",
                    "alert.suppress.fields = dest, user",
                    "alert.suppress.period = 24h",
                    "alert.suppress.group_name = g")
                .applied(DETECTION, USUAL)
                .throttling())
        .isEqualTo(new Throttling(List.of("dest", "user"), 86_400_000, "g"));
    assertThat(read(stanza(), "alert.suppress.period = 2s").applied(DETECTION, throttled))
        .isEqualTo(USUAL.throttledBy(new Throttling(List.of("dest"), 2000)));
    assertThat(read(stanza(), "alert.suppress = 0").applied(DETECTION, throttled)).isEqualTo(USUAL);
  }

  @Test
  void takesWhatItDoesNotSayOfASearchFromDefault() {
    SearchOverrides overrides =
        read("[default]", "disabled = 1", "[" + DETECTION.name() + "]", "disabled = 0");

    assertThat(overrides.isEnabled(DETECTION)).isTrue();
    assertThat(read("[default]", "disabled = 1").isEnabled(DETECTION)).isFalse();
  }

  @Test
  void knowsWhichOfItsSearchesTheContentHasNot() {
    assertThat(read("[default]", "[nothing]", stanza()).unknown(CONTENT))
        .containsExactly("nothing");
  }

  @Test
  void saysWhereAValueIsWrong() {
    List<Diagnostic> problems = new ArrayList<>();
    SearchOverrides.parse(
        "local.conf",
        "[a]\ncron_schedule = 0 0 * jan *\nalert.suppress.period = 1w\n",
        problems::add);

    assertThat(problems)
        .extracting(Diagnostic::message)
        .containsExactly(
            "Invalid month in cron schedule: 'jan' is a name, which Splunk does not read; write its"
                + " number (must be 1..12, '*', a list, a range or a step such as '*/5')",
            "Invalid period: '1w' (must be a number and s, m, h or d, such as 24h)");
    assertThat(problems.get(0).render()).startsWith("local.conf:2:17: ");
  }
}
