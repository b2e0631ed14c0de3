package dev.highwater.connectors.kafka;

import dev.highwater.engine.event.RawEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as records with headers (S-2040), in their order to partitions (S-2101). */
public final class RecordSender implements AutoCloseable {

  private final String topic;
  private final boolean isDealing;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private int partitions;
  private int next;

  private RecordSender(String topic, boolean isDealing, KafkaProducer<byte[], byte[]> producer) {
    this.topic = topic;
    this.isDealing = isDealing;
    this.producer = producer;
  }

  /**
   * Prepares to send.
   *
   * @param isDealing whether events go to the partitions in turn, not those of a host to one
   * @throws KafkaFault when the client properties are wrong
   */
  public static RecordSender open(ClientProperties client, String topic, boolean isDealing)
      throws KafkaFault {
    Properties settings = client.forClient();
    settings.putIfAbsent("linger.ms", "20");
    settings.putIfAbsent("enable.idempotence", "true");
    try {
      return new RecordSender(
          topic,
          isDealing,
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    } catch (KafkaException e) {
      throw new KafkaFault("Cannot connect to " + client.brokers() + ": " + e.getMessage());
    }
  }

  /**
   * Sends an event; waits only while too much is under way.
   *
   * @param timeMillis what the record says of its time, {@link RawEvent#NO_TIME} for nothing
   * @throws KafkaFault when this or an earlier one could not be sent
   */
  public void send(RawEvent event, long timeMillis) throws KafkaFault {
    byte[] value = Arrays.copyOfRange(event.bytes(), event.start(), event.end());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, partition(), utf8(event.origin().host()), value);
    header(record, RecordHeaders.HOST, event.origin().host());
    header(record, RecordHeaders.SOURCE, event.origin().source());
    header(record, RecordHeaders.SOURCETYPE, event.origin().sourcetype());
    header(record, RecordHeaders.INDEX, event.origin().index());
    if (timeMillis != RawEvent.NO_TIME) {
      header(record, RecordHeaders.TIME, BigDecimal.valueOf(timeMillis, 3).toPlainString());
    }
    try {
      var unused = producer.send(record, (sent, fault) -> failure.compareAndSet(null, fault));
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
    check();
  }

  /** {@code null} where the host decides. */
  private @Nullable Integer partition() throws KafkaFault {
    if (!isDealing) {
      return null;
    }
    if (partitions == 0) {
      try {
        partitions = producer.partitionsFor(topic).size();
      } catch (KafkaException e) {
        throw new KafkaFault("Cannot send to topic " + topic + ": " + e.getMessage());
      }
    }
    next = (next + 1) % partitions;
    return next;
  }

  /**
   * Waits until all is there.
   *
   * @throws KafkaFault when something could not be sent
   */
  public void flush() throws KafkaFault {
    producer.flush();
    check();
  }

  private void check() throws KafkaFault {
    Exception fault = failure.get();
    if (fault != null) {
      throw new KafkaFault("Cannot send to topic " + topic + ": " + fault.getMessage());
    }
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    if (!value.isEmpty()) {
      record.headers().add(name, utf8(value));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
