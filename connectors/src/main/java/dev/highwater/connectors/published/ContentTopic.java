package dev.highwater.connectors.published;

import dev.highwater.connectors.kafka.ClientProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Content in the first partition of a compacted topic, a record for each file and one for the
 * manifest; read from its beginning, as all of it is what is in force (S-2115).
 *
 * @param client how the brokers are reached
 */
public record ContentTopic(ClientProperties client, String topic) implements ContentSource {

  private static final long serialVersionUID = 1L;

  /** The key of the manifest; no path of a file. */
  static final String MANIFEST = "manifest";

  /** Goes before the path in the key of a file. */
  static final String FILE = "file/";

  @Override
  public Reader open() {
    Properties settings = client.forClient();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    return new TopicReader(
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
        topic);
  }

  /** {@code kafka:rules}. */
  @Override
  public String toString() {
    return "kafka:" + topic;
  }

  private static final class TopicReader implements Reader {

    private final Consumer<String, byte[]> consumer;
    private final ContentAssembly assembly;

    private TopicReader(Consumer<String, byte[]> consumer, String topic) {
      this.consumer = consumer;
      this.assembly = new ContentAssembly("kafka:" + topic + "/");
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
    }

    @Override
    public @Nullable PublishedContent next(Duration wait) throws IOException {
      try {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
          take(record.key(), record.value());
        }
      } catch (KafkaException e) {
        throw new IOException("Cannot read content: " + e.getMessage(), e);
      }
      return assembly.take();
    }

    private void take(@Nullable String key, byte @Nullable [] value) {
      if (key != null && key.startsWith(FILE)) {
        assembly.file(key.substring(FILE.length()), value);
      } else if (MANIFEST.equals(key) && value != null) {
        ContentManifest manifest = ContentManifest.parse(value);
        if (manifest != null) {
          assembly.manifest(manifest);
        }
      }
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
