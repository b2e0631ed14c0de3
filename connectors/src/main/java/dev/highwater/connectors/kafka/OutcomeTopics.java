package dev.highwater.connectors.kafka;

import dev.highwater.connectors.codec.OutcomeLine;
import dev.highwater.engine.detect.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes as records of the topics {@code PREFIX.findings}, {@code PREFIX.risk} and so on, keyed
 * by their ids: all revisions of an id lie in one partition, in their order (S-2044).
 */
public final class OutcomeTopics implements KafkaRecordSerializationSchema<Outcome> {

  private static final long serialVersionUID = 1L;

  private final String prefix;

  public OutcomeTopics(String prefix) {
    this.prefix = prefix;
  }

  /** The topics that a job may write to. */
  public List<String> topics() {
    return Arrays.stream(OutcomeLine.Kind.values()).map(this::topic).toList();
  }

  private String topic(OutcomeLine.Kind kind) {
    return prefix + '.' + kind.text();
  }

  @Override
  public @Nullable ProducerRecord<byte[], byte[]> serialize(
      Outcome outcome, KafkaSinkContext context, @Nullable Long timestamp) {
    OutcomeLine line = OutcomeLine.of(outcome);
    return line == null
        ? null
        : new ProducerRecord<>(
            topic(line.kind()), line.key().getBytes(StandardCharsets.UTF_8), line.json());
  }
}
