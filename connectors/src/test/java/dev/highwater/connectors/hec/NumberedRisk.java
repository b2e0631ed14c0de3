package dev.highwater.connectors.hec;

import dev.highwater.connectors.Raised;
import dev.highwater.engine.detect.Outcome;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Gives {@link HecSink} a risk event for each number, whose id it is. */
final class NumberedRisk implements Sink<Long> {

  private static final long serialVersionUID = 1L;

  private final HecSink sink;

  NumberedRisk(HecSink sink) {
    this.sink = sink;
  }

  @Override
  public SinkWriter<Long> createWriter(WriterInitContext context) throws IOException {
    return new Writer(sink.createWriter(context));
  }

  @SuppressWarnings("try") // writers declare that close() throws anything
  private record Writer(SinkWriter<Outcome> writer) implements SinkWriter<Long> {

    @Override
    public void write(Long number, Context context) throws IOException, InterruptedException {
      writer.write(Raised.risk("r" + number), context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      writer.flush(endOfInput);
    }

    @Override
    public void close() throws Exception {
      writer.close();
    }
  }
}
