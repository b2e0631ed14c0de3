package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that begin with the time at which they came. Rule S-1965. */
class MergedRecordsTest {

  private static final ArrivalOrder ORDER = () -> raw -> Long.parseLong(raw.text().substring(0, 1));

  @TempDir private Path directory;

  @Test
  void theRecordThatCameFirstIsNext() throws IOException {
    assertThat(merged("1 a\n4 a\n6 a\n", "2 b\n3 b\n9 b\n", ""))
        .containsExactly("1 a", "2 b", "3 b", "4 a", "6 a", "9 b");
  }

  @Test
  void ofThoseThatCameAtOneTimeThatOfTheFileThatWasGivenFirst() throws IOException {
    assertThat(merged("2 a\n2 A\n", "1 b\n2 b\n")).containsExactly("1 b", "2 a", "2 A", "2 b");
  }

  private List<String> merged(String... texts) throws IOException {
    List<LogFile> files = new ArrayList<>();
    for (String text : texts) {
      Path file = Files.writeString(directory.resolve(files.size() + ".log"), text);
      EventOrigin origin = new EventOrigin(file.toString(), "h", "s", "any", "main");
      files.add(
          LogFile.of(
              new InputFile(file, origin, Compression.NONE, RecordFormat.LINES, text.length())));
    }
    List<String> read = new ArrayList<>();
    try (MergedRecords records = MergedRecords.open(files, ORDER, FramingLimits.DEFAULT)) {
      for (RawEvent next = records.next(); next != null; next = records.next()) {
        read.add(next.text());
      }
    }
    return read;
  }
}
