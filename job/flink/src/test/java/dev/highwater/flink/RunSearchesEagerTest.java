package dev.highwater.flink;

import static dev.highwater.flink.FileEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.GrowingSearch;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-1409. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class RunSearchesEagerTest {

  private static final String SSH = "/lib/systemd/system/ssh.service";
  private static final String NGINX = "/lib/systemd/system/nginx.service";
  private static final String GROUPS =
      "| tstats count max(_time) as last from datamodel=Endpoint.Filesystem by Filesystem.dest"
          + " Filesystem.file_name | rename Filesystem.* as *";

  private static List<Finding> early(RunSearchesHarness harness) {
    return Given.outcomes(harness).stream()
        .filter(Outcome.Early.class::isInstance)
        .map(outcome -> ((Outcome.Early) outcome).finding())
        .toList();
  }

  @Test
  void givesAFindingWithItsFirstEventAndTheFinalOneUnderTheSameId() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(
          created("10:01:00.000", SSH),
          created("10:02:00.000", SSH),
          created("10:03:00.000", NGINX));

      assertThat(early(harness)).extracting(Finding::status).containsOnly(Status.EARLY).hasSize(2);
      assertThat(harness.extractOutputValues()).isEmpty();

      harness.watermark("10:10:00.000");

      assertThat(harness.extractOutputValues())
          .extracting(Finding::findingId)
          .containsExactlyInAnyOrderElementsOf(
              early(harness).stream().map(Finding::findingId).toList());
      assertThat(harness.runs()).extracting(RunSearchesHarness.Run::count).contains(2.0, 1.0);
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  @Test
  void givesItAnewForTheNextRun() throws Exception {
    JobContent content = TestDetection.content(TestDetection.of("files"));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      harness.read(created("10:01:00.000", SSH), created("10:11:00.000", SSH));

      assertThat(early(harness)).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'| search *', true",
    "'| where file_name=\"a\"', true",
    "'| eval n=count*2', true",
    "'| where count > 5', false",
    "'| search count=1', false",
    "'| sort - count', false",
    "'| stats sum(count) as count by dest', false",
  })
  void knowsWhichSearchesCanOnlyGrow(String behind, boolean isGrowing) {
    JobContent content =
        TestDetection.content(TestDetection.of("files").searchedBy(GROUPS + " " + behind));

    assertThat(GrowingSearch.isIn(content.detections().detection("files"))).isEqualTo(isGrowing);
  }
}
