package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.IndexedFields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.StoredForm;
import dev.highwater.engine.risk.FindingActions;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Searches of metrics, from data points as they are sent to findings. */
class MetricSearchTest {

  private static final EventOrigin METRICS =
      new EventOrigin("m.ndjson", "h", "otel", "metrics_json", "k8s_metrics");

  private static final List<String> POINTS =
      List.of(
          point(
              "1772362801.250",
              "a",
              "\"metric_name:tcp.packets\": 10, \"metric_name:udp.bytes\": 1"),
          point("1772362811", "a", "\"metric_name:tcp.packets\":20"),
          point("1772362812", "b", "\"metric_name\": \"udp.bytes\", \"_value\": 7"),
          point("1772362813", "b", "\"metric_name:disk\": 5"));

  private static String point(String time, String pod, String measurements) {
    return "{\"time\":%s,\"event\":\"metric\",\"fields\":{\"k8s.pod.name\":\"%s\",%s}}"
        .formatted(time, pod, measurements);
  }

  /** S-1080, S-1084. */
  @Test
  void aggregatesWhereTheDataPointsAreRead() {
    String search =
        "| mstats sum(tcp.packets) as packets count(udp.bytes) as n where index=k8s_metrics"
            + " by k8s.pod.name span=10s";
    assertThat(forms(search)).singleElement().isInstanceOf(StoredForm.Groups.class);
    assertThat(rows(search))
        .containsExactlyInAnyOrder(
            "{_time=1772362800, k8s.pod.name=a, packets=10, n=1}",
            "{_time=1772362810, k8s.pod.name=a, packets=20, n=0}",
            "{_time=1772362810, k8s.pod.name=b, n=1}");
  }

  /** S-1081. */
  @Test
  void makesColumnsOfTheMetricsThatAPatternFinds() {
    String search = "| mstats avg(*.*) as avg_*.* where index=k8s_metrics by k8s.pod.name";
    assertThat(forms(search)).singleElement().isInstanceOf(StoredForm.Groups.class);
    assertThat(rows(search))
        .containsExactlyInAnyOrder(
            "{k8s.pod.name=a, avg_tcp.packets=15, avg_udp.bytes=1}",
            "{k8s.pod.name=b, avg_udp.bytes=7}");
  }

  /** S-1081: the names of metrics decide which data points are looked into. */
  @Test
  void looksIntoDataPointsThatHoldTheName() {
    DetectionSet detections = set("| mstats count(tcp.packets) where index=k8s_metrics");
    ScanPlan scan = detections.detections().get(0).plan().scans().get(0);
    assertThat(SourcePrefilter.of(scan, detections.knowledge(), METRICS))
        .isEqualTo(
            new SourcePrefilter(
                true,
                List.of("tcp.packets"),
                FieldSet.of("metric_name", "metric_name:tcp.packets")));
    assertThat(
            SourcePrefilter.of(
                    scan,
                    detections.knowledge(),
                    new EventOrigin("m.ndjson", "h", "otel", "metrics_json", "other"))
                .canMatch())
        .isFalse();
  }

  /**
   * S-1317: fields that an envelope gives an event are found, though its text does not hold them.
   */
  @Test
  void looksIntoDataPointsWhoseMeasurementsStandBesideTheText() {
    DetectionSet detections =
        set("| mstats sum(tcp.packets) as packets where index=k8s_metrics by k8s.pod.name");
    IndexedFields fields =
        new IndexedFields(
            Map.of(
                "metric_name:tcp.packets", FieldValue.of("5"), "k8s.pod.name", FieldValue.of("c")));
    byte[] text = "metric".getBytes(StandardCharsets.UTF_8);
    RawEvent event = new RawEvent(METRICS, 0, text, 0, text.length, 1_772_362_801_000L);
    assertThat(rows(detections, List.of(event.with(fields))))
        .containsExactly("{k8s.pod.name=c, packets=5}");
  }

  /** S-050. */
  @Test
  void filtersByASubsearch() {
    String search =
        "| mstats sum(tcp.packets) as packets where index=k8s_metrics"
            + " [| makeresults | eval k8s.pod.name=\"a\" | fields k8s.pod.name | fields - _time]"
            + " by k8s.pod.name";
    assertThat(rows(search)).containsExactly("{k8s.pod.name=a, packets=30}");
  }

  private static List<StoredForm> forms(String search) {
    return set(search).detections().get(0).plan().scans().stream().map(ScanPlan::form).toList();
  }

  private static List<String> rows(String search) {
    List<RawEvent> records = new ArrayList<>();
    for (int i = 0; i < POINTS.size(); i++) {
      records.add(RawEvent.of(METRICS, i, POINTS.get(i)));
    }
    return rows(set(search), records);
  }

  private static List<String> rows(DetectionSet detections, List<RawEvent> records) {
    return ReferenceReplay.replay(detections, records.iterator()).findings().stream()
        .map(Finding::row)
        .map(Object::toString)
        .toList();
  }

  private static DetectionSet set(String search) {
    DetectionItem item =
        new DetectionItem(
            "id",
            "metrics",
            1,
            "TTP",
            search,
            ScheduleItem.allTime(1772366400_000L, ZoneOffset.UTC),
            FindingActions.none("metrics"));
    return DetectionSet.compile(
        ContentRevision.of(List.of(item), ContentPack.builtIn().macros(), List.of()),
        ZoneOffset.UTC);
  }
}
