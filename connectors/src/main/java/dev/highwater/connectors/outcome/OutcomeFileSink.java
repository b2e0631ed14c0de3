package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Outcome;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a job's outcomes to files of this machine. For one subtask, without restarts: the writer
 * has no state.
 */
public final class OutcomeFileSink implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  private final String directory;
  private final Opening opening;

  /** Opens the files in a directory. */
  private interface Opening extends Serializable {
    OutcomeStore open(Path directory) throws IOException;
  }

  private OutcomeFileSink(Path directory, Opening opening) {
    this.directory = directory.toAbsolutePath().toString();
    this.opening = opening;
  }

  /** A sink to {@link OutcomeFiles}. */
  public static OutcomeFileSink of(Path directory) {
    return new OutcomeFileSink(directory, OutcomeFiles::new);
  }

  /** A sink to files of rows, which {@link StoredRows} reads. */
  public static OutcomeFileSink ofRows(Path directory) {
    return new OutcomeFileSink(directory, RowFiles::new);
  }

  /** A sink to a file of all outcomes, which {@link OutcomeLog} reads. */
  public static OutcomeFileSink ofLog(Path directory) {
    return new OutcomeFileSink(directory, OutcomeLog::new);
  }

  /** A sink to {@code risk.stash} and {@code notables.stash} (S-703). */
  public static OutcomeFileSink ofStash(Path directory) {
    return new OutcomeFileSink(directory, StashFiles::new);
  }

  /** A sink to {@code ocsf.ndjson}. */
  public static OutcomeFileSink ofOcsf(Path directory) {
    return new OutcomeFileSink(directory, OcsfFile::new);
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) throws IOException {
    if (context.getTaskInfo().getNumberOfParallelSubtasks() != 1) {
      throw new IllegalStateException("the files of one directory have one writer");
    }
    return new Writer(opening.open(Path.of(directory)));
  }

  private record Writer(OutcomeStore store) implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) throws IOException {
      store.add(outcome);
    }

    /** What has come so far stays in the files that it waits in. */
    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        store.complete();
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException {
      store.release(watermark.getTimestamp());
    }

    @Override
    public void close() throws IOException {
      store.close();
    }
  }
}
