package dev.highwater.connectors.published;

import dev.highwater.connectors.kafka.Brokers;
import dev.highwater.connectors.kafka.KafkaFault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes content to a compacted topic: what has changed, and then the manifest (S-2115). */
public final class ContentPublisher {

  private static final Duration FETCH = Duration.ofMillis(500);

  private final ContentTopic target;

  public ContentPublisher(ContentTopic target) {
    this.target = target;
  }

  /**
   * What was written.
   *
   * @param written files that are new or other than before
   * @param removed files that are gone
   */
  public record Published(int written, int removed) {}

  /**
   * Writes the content; the topic is made where it is missing.
   *
   * @throws KafkaFault when it cannot be written, in words; what was in force then stays so
   */
  public Published publish(PublishedContent content) throws KafkaFault {
    try (Brokers brokers = Brokers.open(target.client())) {
      brokers.createCompacted(target.topic());
    }
    try {
      return write(content, known());
    } catch (KafkaException e) {
      throw new KafkaFault("Cannot publish to " + target + ": " + e.getMessage());
    }
  }

  private Published write(PublishedContent content, Map<String, String> known) throws KafkaFault {
    ContentManifest manifest = ContentManifest.of(content);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    Set<String> gone = new HashSet<>(known.keySet());
    int written = 0;
    Properties settings = target.client().forClient();
    settings.putIfAbsent("compression.type", "gzip");
    settings.putIfAbsent("max.request.size", Integer.toString(64 << 20));
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Map.Entry<String, String> each : manifest.hashes().entrySet()) {
        gone.remove(each.getKey());
        if (!each.getValue().equals(known.get(each.getKey()))) {
          byte[] file = content.files().get(each.getKey());
          send(producer, ContentTopic.FILE + each.getKey(), file, failure);
          written++;
        }
      }
      send(producer, ContentTopic.MANIFEST, manifest.json(), failure);
      for (String path : gone) {
        send(producer, ContentTopic.FILE + path, null, failure);
      }
      producer.flush();
    }
    Exception fault = failure.get();
    if (fault != null) {
      throw new KafkaFault("Cannot publish to " + target + ": " + fault.getMessage());
    }
    return new Published(written, gone.size());
  }

  private void send(
      Producer<String, byte[]> producer,
      String key,
      byte @Nullable [] value,
      AtomicReference<@Nullable Exception> failure) {
    var unused =
        producer.send(
            new ProducerRecord<>(target.topic(), 0, key, value),
            (sent, fault) -> failure.compareAndSet(null, fault));
  }

  /** The hashes of the files that are there, by path. */
  private Map<String, String> known() {
    Properties settings = target.client().forClient();
    settings.put("enable.auto.commit", "false");
    Map<String, String> hashes = new TreeMap<>();
    TopicPartition partition = new TopicPartition(target.topic(), 0);
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(FETCH)) {
          note(record.key(), record.value(), hashes);
        }
      }
    }
    return hashes;
  }

  private static void note(
      @Nullable String key, byte @Nullable [] value, Map<String, String> hashes) {
    if (key != null && key.startsWith(ContentTopic.FILE)) {
      String path = key.substring(ContentTopic.FILE.length());
      if (value == null) {
        hashes.remove(path);
      } else {
        hashes.put(path, ContentManifest.hash(value));
      }
    }
  }
}
