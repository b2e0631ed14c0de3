package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.RuntimeMode;
import dev.highwater.app.savepoint.OperatorUids;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S-2082. */
class ReplayUidsTest {

  @Test
  void operatorsHaveTheirNamesForEver(@TempDir Path directory) throws IOException {
    JobContent content =
        JobContent.of(ContentRevision.of(List.of(), List.of(), List.of()), ZoneOffset.UTC);
    Path log = Files.writeString(directory.resolve("a.log"), "a\n");
    ReplayCase replay = ReplayCase.of(RuntimeMode.STREAMING, 1, log.toString());
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    List<String> expected = new ArrayList<>(OperatorUids.DETECTION);
    Collections.addAll(expected, "read-files", "write-files");
    Collections.sort(expected);

    assertThat(
            OperatorUids.of(ReplayJob.graph(replay.options(directory), files, content, 64 << 10)))
        .isEqualTo(expected);
  }
}
