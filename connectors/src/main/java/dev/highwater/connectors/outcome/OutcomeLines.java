package dev.highwater.connectors.outcome;

import dev.highwater.connectors.codec.OutcomeLine;
import dev.highwater.engine.detect.Outcome;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * Files for a job that does not end: a directory for each kind of outcome, in it files that are
 * closed with each checkpoint and not touched again. Each line is there once, whatever fails.
 */
public final class OutcomeLines {
  private OutcomeLines() {}

  /** Whether an outcome is one of the lines; others are for jobs that end. */
  public static boolean isLine(Outcome outcome) {
    return OutcomeLine.of(outcome) != null;
  }

  /** A sink for lines; the directory is made where it is missing. */
  public static Sink<Outcome> sink(Path directory) {
    return FileSink.<Outcome>forRowFormat(
            new org.apache.flink.core.fs.Path(directory.toAbsolutePath().toUri()),
            (outcome, out) -> {
              OutcomeLine line = OutcomeLine.of(outcome);
              if (line != null) {
                out.write(line.line());
              }
            })
        .withBucketAssigner(new KindOfLine())
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(new OutputFileConfig("part", ".ndjson"))
        .build();
  }

  /** The directory of an outcome. */
  private static final class KindOfLine implements BucketAssigner<Outcome, String> {

    private static final long serialVersionUID = 1L;

    @Override
    public String getBucketId(Outcome outcome, Context context) {
      OutcomeLine line = OutcomeLine.of(outcome);
      return line == null ? "" : line.kind().text();
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
      return SimpleVersionedStringSerializer.INSTANCE;
    }
  }
}
