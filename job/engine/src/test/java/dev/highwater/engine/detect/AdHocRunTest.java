package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-1120, S-1121. */
class AdHocRunTest {

  private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final AdHocPreparation PREPARATION =
      new AdHocPreparation(ContentPack.builtIn(), ZoneOffset.UTC);

  /** Three rows: an hour apart, the newest at noon less a minute, and one without a time. */
  private static final List<Row> ROWS =
      List.of(row("a", NOW - 60_000), row("b", NOW - 3_660_000), row("c", null));

  private static Row row(String name, @Nullable Long millis) {
    Row row = new Row().set("x", FieldValue.of(name));
    return millis == null ? row : row.set("_time", FieldValue.of(millis / 1000.0));
  }

  private static Prepared overRows(String spl, String earliest, String latest) {
    ScheduleItem run = ScheduleItem.once(NOW, earliest, latest, ZoneOffset.UTC);
    return PREPARATION.overRows(
        new AdHocSearch("1", "<search>", SplSources.of("<search>", spl), run));
  }

  /** The values of x, in order. */
  private static String run(String spl, String earliest, String latest) {
    List<Row> rows = AdHocRun.of(overRows(spl, earliest, latest), ROWS, RunLimits.DEFAULT).rows();
    return String.join(" ", rows.stream().map(row -> String.valueOf(row.get("x"))).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          head 2                                              ~> a b
          | head 2                                            ~> a b
          | reverse                                           ~> c b a
          search x=b                                          ~> b
          x=b OR x=c                                          ~> b c
          NOT x=a | head 1                                    ~> b
          | makeresults | eval x="made"                       ~> made
          makeresults count=2 | eval x="made"                 ~> made made
          | makeresults | eval x="y" | append [search x=a]    ~> y a
          head 1 | append [search x=c]                        ~> a c
          search [search x=c | fields x]                      ~> c
          head 1 | append [| makeresults | eval x="made"]     ~> a made
          union [search x=b]                                  ~> a b c b
          | union [search x=b]                                ~> b
          head 1 | map search="search x=$x$"                  ~> a
          search x=* earliest=-10m                            ~> a
          """)
  void rowsStandForTheEvents(String spl, String expected) {
    assertThat(run(spl, "0", "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      nullValues = "-",
      textBlock =
          """
          reverse                          ~> b
          | search x=*                     ~> b
          search x=* earliest=-30m         ~> -
          search earliest=-30m latest=now  ~> a
          search earliest=0                ~> b
          search earliest=0 latest=+1d     ~> a b
          """)
  void aRangeKeepsTheRowsOfThatTime(String spl, String expected) {
    assertThat(run(spl, "-2h", "-1h")).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void rowsAreTheEventsOfADatasetByTheNamesInTheSearch() {
    Row file = new Row().set("Filesystem.dest", FieldValue.of("h"));
    Prepared search =
        overRows("| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest", "0", "");

    assertThat(AdHocRun.of(search, List.of(file, file), RunLimits.DEFAULT).rows())
        .containsExactly(
            new Row().set("Filesystem.dest", FieldValue.of("h")).set("count", FieldValue.of(2)));
  }

  @Test
  void leavesTheGivenRowsAsTheyAre() {
    run("eval x=\"changed\"", "0", "");

    assertThat(ROWS.get(0)).isEqualTo(row("a", NOW - 60_000));
  }

  @Test
  void seesInALookupWhatItWroteBefore() {
    assertThat(run("head 2 | outputlookup t.csv | append [| inputlookup t.csv]", "0", ""))
        .isEqualTo("a b a b");
  }

  @Test
  void nowIsTheTimeOfTheRun() {
    assertThat(run("| makeresults | eval x=now()", "0", "")).isEqualTo("" + NOW / 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "| nothing", "head (", "predict x", "| lookup"})
  void whatCannotRunSaysWhy(String spl) {
    Prepared refused = overRows(spl, "0", "");

    assertThat(refused.plan()).isEmpty();
    assertThat(refused.diagnostics()).extracting(Diagnostic::isWarning).contains(false);
  }
}
