package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over the sample dataset, through Flink. Rule S-1121. */
class SearchITCase {

  private static final String MANIFEST =
      "../../datasets/attack_techniques/T1053.006/service_systemd/service_systemd.yml";

  private static EmbeddedRun search(String spl, int parallelism, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("search", spl, MANIFEST, "--parallelism=" + parallelism));
    arguments.addAll(List.of(more));
    EmbeddedRun run = EmbeddedRun.of(arguments.toArray(new String[0]));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* | table _time EventID Computer ProcessId",
        "EventID=11 | fields TargetFilename",
        "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest Filesystem.file_path",
        "EventID=1 | dedup Image | head 20 | reverse | table Image",
        "EventID=5 | join Computer [search EventID=1 | stats count by Computer]"
            + " | table _time Computer count",
        "EventID=11 | outputlookup seen.csv | stats count | append [| inputlookup seen.csv | head 2]",
      })
  void givesTheSameRowsInTheSameOrderHoweverManyReadThem(String spl) {
    String one = search(spl, 1, "--quiet").out();

    assertThat(one).isNotEmpty();
    assertThat(search(spl, 4, "--quiet").out()).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void givesEventsNewestFirst(int parallelism) throws IOException {
    List<Double> times = new ArrayList<>();
    for (String line : search("EventID=1 | table _time", parallelism).out().lines().toList()) {
      Object time = Objects.requireNonNull(JsonTree.object(line).get("_time"));
      times.add(Double.valueOf(time.toString()));
    }

    List<Double> sorted = new ArrayList<>(times);
    sorted.sort(Collections.reverseOrder());
    assertThat(times).hasSize(159).isEqualTo(sorted);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void putsRowsInTheOrderOfTheSearchAndTellsTheRestBesideThem(int parallelism) {
    EmbeddedRun run =
        search(
            "EventID=1 OR EventID=4 OR EventID=5 | stats count by EventID | sort - count"
                + " | head 2 | eval more=count.\"+\"",
            parallelism,
            "--format=csv");

    assertThat(run.out()).isEqualTo("EventID,count,more\n1,159,159+\n5,50,50+\n");
    assertThat(run.err()).matches("402 records \\(458 kB\\), 5 unparsable, in [0-9.]+ s\n");
  }

  /** The events of the file are of the three hours before 2026-03-01T03:00:00Z. */
  @ParameterizedTest
  @CsvSource({
    "--latest=2026-02-01, index=* | stats count, 0",
    "--earliest=2026-03-02, index=* | stats count, 0",
    "--earliest=now, EventID=4 earliest=0 | stats count, 5",
    "--now=2026-02-28T00:00:00Z, EventID=4 earliest=-1d latest=now | stats count, 0",
    "--now=2026-03-01T12:00:00Z, EventID=4 earliest=@d latest=now | stats count, 5",
    "--index=other, index=main | stats count, 0",
    "--sourcetype=other, sourcetype=other | where isnotnull(EventID) | stats count, 0"
  })
  void searchesTheEventsThatAreAskedFor(String option, String spl, String count) {
    assertThat(search(spl, 2, option, "--quiet").out()).isEqualTo("{\"count\":" + count + "}\n");
  }
}
