package dev.highwater.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.terminal.Console;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogProgressTest {

  private static final RawEvent RECORD =
      RawEvent.of(new EventOrigin("i", "h", "s", "t", "main"), 0, "123456789");

  @ParameterizedTest
  @CsvSource({"2047, ''", "2048, 20 kB", "4096, 41 kB"})
  void showsNowAndThenWhatHasBeenRead(int records, String shown) {
    String written = written(records, true);

    assertThat(written).contains(shown);
    assertThat(written.isEmpty()).isEqualTo(shown.isEmpty());
  }

  @Test
  void showsNothingWhereNobodyWatches() {
    assertThat(written(4096, false)).isEmpty();
  }

  private static String written(int records, boolean isWatched) {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    Console console = new Console(out, new PrintWriter(err), Console.UNLIMITED, isWatched);
    try (LogProgress progress = new LogProgress(console)) {
      for (int i = 0; i < records; i++) {
        progress.read(RECORD);
      }
    }
    return err.toString();
  }
}
