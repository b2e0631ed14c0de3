package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a job's outcomes to {@link OutcomeFiles} of this machine. For one subtask, without
 * restarts: the writer has no state.
 */
public final class OutcomeFileSink implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  private final String directory;

  public OutcomeFileSink(Path directory) {
    this.directory = directory.toAbsolutePath().toString();
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) throws IOException {
    if (context.getTaskInfo().getNumberOfParallelSubtasks() != 1) {
      throw new IllegalStateException("the files of one directory have one writer");
    }
    return new Writer(new OutcomeFiles(Path.of(directory)));
  }

  private record Writer(OutcomeFiles files) implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) throws IOException {
      files.add(outcome);
    }

    /** What has come so far stays in the files that it waits in. */
    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        files.complete();
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException {
      files.release(watermark.getTimestamp());
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
