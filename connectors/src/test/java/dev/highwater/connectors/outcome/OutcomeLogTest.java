package dev.highwater.connectors.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeLogTest {

  private static final SearchWindow WINDOW = new SearchWindow(3, 0, 2);

  @TempDir private Path directory;

  @Test
  void givesAllOutcomesInTheirOrderAndGoesWithItsDirectory() throws IOException {
    Path log = Files.createDirectory(directory.resolve("log"));
    Finding finding =
        new Finding("f", Finding.Status.FINAL, 0, "d", "1", 1, "t", WINDOW, new Row());
    List<Outcome> outcomes =
        List.of(
            new Outcome.Failed("1", WINDOW, "why"),
            new Outcome.Found(finding),
            new Outcome.Late(new EventPosition("i", 7), 1, "1", WINDOW, 5, false));
    try (OutcomeLog files = new OutcomeLog(log)) {
      for (Outcome outcome : outcomes) {
        files.add(outcome);
      }
      files.complete();
    }

    List<Outcome> read = new ArrayList<>();
    OutcomeLog.read(log, read::add);

    assertThat(read).isEqualTo(outcomes);
    OutcomeLog.delete(log);
    assertThat(log).doesNotExist();
  }
}
