package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code earliest=0} on a schedule. Rule S-1404. */
class EndlessScheduleTest {

  @TempDir private Path folder;

  @Test
  void oneAggregateOfAllTimeIsKept() throws IOException {
    assertThat(problems("search index=main | stats count by host")).isEmpty();
  }

  @Test
  void rowsOfAllTimeAreRefused() throws IOException {
    assertThat(problems("search index=main | dedup host"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "every run searches all events since 0 and needs them as they are, so that none could"
                + " ever be let go; bound its earliest time, or aggregate first");
  }

  private List<Diagnostic> problems(String search) throws IOException {
    write(
        "deployments/ttp.yml",
        """
        name: TTP
        type: TTP
        scheduling: {cron_schedule: 0 * * * *, earliest_time: '0', latest_time: now}
        """);
    write(
        "detections/a.yml",
        """
        name: a
        id: a
        version: 1
        type: TTP
        search: '%s'
        """
            .formatted(search));
    ContentPack content = ContentReader.read(List.of(folder));
    List<Prepared> prepared =
        new DetectionPreparation(content, ZoneOffset.UTC)
            .prepare(content.detections(), UnaryOperator.identity());
    assertThat(prepared).hasSize(1);
    return prepared.get(0).diagnostics();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
