package dev.highwater.connectors.hec;

import dev.highwater.engine.detect.Outcome;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Sends a job's risk events and notables to a Splunk. At least once: a checkpoint is complete when
 * the collector has all that came before it.
 */
public final class HecSink implements Sink<Outcome> {

  private static final long serialVersionUID = 1L;

  private final HecSettings settings;

  public HecSink(HecSettings settings) {
    this.settings = settings;
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) throws IOException {
    return new Writer(new HecClient(settings));
  }

  private record Writer(HecClient client) implements SinkWriter<Outcome> {

    @Override
    public void write(Outcome outcome, Context context) throws IOException {
      client.take(outcome);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      client.flush();
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
