package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.at;
import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** Rule S-1121. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class AdHocSearchTest {

  private static final long NOW = at("12:00:00.000");
  private static final ScheduleItem LAST_HOUR =
      ScheduleItem.once(NOW, "-1h", "now", ZoneOffset.UTC);
  private static final RawEvent SSH = created("11:01:00.000", "/tmp/ssh");
  private static final RawEvent BASH = created("11:02:00.000", "/tmp/bash");

  private static final String BY_FILE =
      "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name";

  @Test
  void allRowsMeetWhereTheyStayInOrder() {
    JobContent content = TestDetection.adHoc(BY_FILE, LAST_HOUR);

    assertThat(Routing.groups(content, SSH, BASH))
        .hasSize(2)
        .extracting(RoutedGroup::partition)
        .containsOnly("search");
  }

  @Test
  void runsOnceOverTheEventsOfItsRange() throws Exception {
    JobContent content = TestDetection.adHoc(BY_FILE, LAST_HOUR);
    try (RunSearchesHarness harness = RunSearchesHarness.batch(content)) {
      seed(content, harness);
      harness.read(created("10:59:59.999", "/tmp/early"), SSH, BASH);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.findings())
          .extracting(
              finding -> Objects.requireNonNull(finding.row().get("Filesystem.file_name")).text())
          .containsExactly("bash", "ssh");
    }
  }

  @Test
  void runsWithoutAnyEventToo() throws Exception {
    JobContent content =
        TestDetection.adHoc("| tstats count from datamodel=Endpoint.Filesystem", LAST_HOUR);
    try (RunSearchesHarness harness = RunSearchesHarness.batch(content)) {
      seed(content, harness);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.findings())
          .extracting(finding -> finding.row().toString())
          .containsExactly("{count=0}");
    }
  }

  /** As each of two readers does it at the end of the input. */
  private static void seed(JobContent content, RunSearchesHarness harness) throws Exception {
    List<RoutedGroup> seeds = new ArrayList<>();
    DetectionRouter router = new DetectionRouter(content.detections(), new Ledger());
    router.seed(Long.MAX_VALUE, seeds::add);
    router.seed(Long.MAX_VALUE, seeds::add);
    for (RoutedGroup seed : seeds) {
      harness.processElement(seed, seed.timeMillis());
    }
  }
}
