package dev.highwater.app.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line of a terminal that follows a replay: share, bytes, events per second, runs.
 *
 * <p>It writes to {@code err}, over its own last line, and leaves nothing behind when it closes. On
 * a console that is not interactive it writes nothing at all.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int BAR_COLUMNS = 24;
  private static final String RETURN_AND_ERASE = "\r\u001b[K";

  private final Console console;
  private final LongSupplier nanoClock;
  private final long startNanos;
  private boolean shown;

  /**
   * @param nanoClock a clock that only measures spans, as {@code System::nanoTime}
   */
  public ProgressBar(Console console, LongSupplier nanoClock) {
    this.console = console;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  /** Shows a later state. */
  public void show(ReplayProgress progress) {
    if (console.interactive()) {
      Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - startNanos);
      console.err().print(RETURN_AND_ERASE + line(progress, elapsed, console.columns()));
      console.err().flush();
      shown = true;
    }
  }

  @Override
  public void close() {
    if (shown) {
      console.err().print(RETURN_AND_ERASE);
      console.err().flush();
    }
  }

  static String line(ReplayProgress progress, Duration elapsed, int columns) {
    double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
    String facts =
        String.format(
            Locale.ROOT,
            "%s  %,.0f events/s  %,d run%s",
            bytes(progress),
            progress.events() / seconds,
            progress.runs(),
            progress.runs() == 1 ? "" : "s");
    String line = progress.totalBytes() == 0 ? facts : bar(progress.share()) + facts;
    // A full last column would wrap, and the next line would not erase this one.
    return DisplayWidth.cut(line, Math.max(1, columns - 1));
  }

  private static String bar(double share) {
    int full = (int) Math.floor(share * BAR_COLUMNS);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d%%  ",
        "#".repeat(full),
        ".".repeat(BAR_COLUMNS - full),
        (int) Math.floor(share * 100));
  }

  private static String bytes(ReplayProgress progress) {
    String read = ByteCount.text(progress.bytes());
    return progress.totalBytes() == 0
        ? read
        : read + " of " + ByteCount.text(progress.totalBytes());
  }
}
