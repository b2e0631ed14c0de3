package dev.highwater.app.verify;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.ProgressBar;
import dev.highwater.app.terminal.ReplayProgress;
import dev.highwater.engine.event.RawEvent;

/** Shows on a terminal how many records of the logs have been read. */
final class LogProgress implements AutoCloseable {

  private static final int RECORDS_BETWEEN = 2048;

  private final ProgressBar bar;
  private long records;
  private long bytes;

  LogProgress(Console console) {
    this.bar = new ProgressBar(console, System::nanoTime);
  }

  /** A record has been read. */
  void read(RawEvent raw) {
    records++;
    bytes += raw.length() + 1L;
    if (records % RECORDS_BETWEEN == 0) {
      bar.show(new ReplayProgress(bytes, 0, records, 0));
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
