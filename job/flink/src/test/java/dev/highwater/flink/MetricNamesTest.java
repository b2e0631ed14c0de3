package dev.highwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboards, alerts and the list of metrics name what there is. */
@SuppressWarnings("try") // the environment declares that close() may be interrupted
class MetricNamesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern OURS =
      Pattern.compile("flink_taskmanager_job_task_operator_highwater_(\\w+)");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)`");

  /** Of these the ledger knows nothing; {@link OperatorMetricsTest} sees them registered. */
  private static final Set<String> OTHERS =
      Set.of("runs", "sourcetype_events", "sourcetype_bytes", "revision_detections");

  private static Set<String> registered() throws Exception {
    Ledger ledger = new Ledger();
    EnumSet.range(LedgerMetric.READ, LedgerMetric.BYTES_NOW)
        .forEach(metric -> ledger.add(Ledger.INPUT, metric.counter(), 1));
    ledger.add(Ledger.INPUT, LedgerMetric.EVENT_FAULTS.counter(), 1);
    EnumSet.range(LedgerMetric.ENTERED, LedgerMetric.NOTED)
        .forEach(metric -> ledger.add("files", metric.counter(), 1));
    ShownMetrics shown = new ShownMetrics();
    try (var environment = shown.environment()) {
      new LedgerMetrics(
              environment.getMetricGroup(),
              TestDetection.content(TestDetection.of("files")).detections())
          .show(ledger);
    }
    Set<String> names = new TreeSet<>(OTHERS);
    shown.values().keySet().forEach(name -> names.add(name.replaceFirst("\\{.*", "")));
    return names;
  }

  private static Set<String> named(String file, Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy/dashboards/highwater.json", "deploy/dashboards/alerts.yml"})
  void namesOnlyMetricsThatAreRegistered(String file) throws Exception {
    assertThat(named(file, OURS)).isNotEmpty().isSubsetOf(registered());
  }

  @Test
  void theListOfMetricsHasAllOfThem() throws Exception {
    assertThat(named("job/docs/metrics.md", LISTED)).isEqualTo(registered());
  }
}
