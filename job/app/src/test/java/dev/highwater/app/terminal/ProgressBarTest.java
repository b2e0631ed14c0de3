package dev.highwater.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter written = new StringWriter();
  private long nanos;

  @Test
  void showsShareBytesEventRateAndRuns() {
    ReplayProgress progress = new ReplayProgress(300_000_000, 1_200_000_000, 290_000, 1);

    assertThat(ProgressBar.line(progress, Duration.ofSeconds(2), Console.UNLIMITED))
        .isEqualTo("[######..................]  25%  300 MB of 1.2 GB  145,000 events/s  1 run");
  }

  @Test
  void showsNoShareWhereTheWholeIsNotKnown() {
    ReplayProgress progress = new ReplayProgress(900, 0, 10, 12);

    assertThat(ProgressBar.line(progress, Duration.ofSeconds(1), Console.UNLIMITED))
        .isEqualTo("900 B  10 events/s  12 runs");
  }

  @Test
  void staysInsideTheTerminal() {
    ReplayProgress progress = new ReplayProgress(1, 2, 3, 4);

    assertThat(ProgressBar.line(progress, Duration.ofSeconds(1), 20)).hasSize(19).endsWith("…");
  }

  @Test
  void writesOverItsOwnLineAndErasesItAtTheEnd() {
    try (ProgressBar bar = new ProgressBar(console(true), () -> nanos)) {
      nanos = Duration.ofSeconds(1).toNanos();
      bar.show(new ReplayProgress(900, 0, 10, 2));
    }

    assertThat(written).hasToString("\r\u001b[K900 B  10 events/s  2 runs\r\u001b[K");
  }

  @Test
  void writesNothingWhereNobodyWatches() {
    try (ProgressBar bar = new ProgressBar(console(false), () -> nanos)) {
      bar.show(new ReplayProgress(1, 2, 3, 4));
    }

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplayProgress(-1, 0, 0, 0))
        .withMessage("Invalid progress: -1 of 0 bytes, 0 events, 0 runs (must be >= 0)");
  }

  private Console console(boolean interactive) {
    PrintWriter writer = new PrintWriter(written);
    return new Console(writer, writer, Console.UNLIMITED, interactive);
  }
}
