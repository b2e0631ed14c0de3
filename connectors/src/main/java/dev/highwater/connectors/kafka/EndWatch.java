package dev.highwater.connectors.kafka;

import dev.highwater.engine.schedule.PartitionEnds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Looks twice a second where partitions end. While nobody answers, no partition is known to stand
 * at its end, and the stream waits. Whatever else ends the look-out ends its reader (S-2060).
 */
final class EndWatch implements PartitionEnds.Watch {

  private static final long PERIOD_MILLIS = 500;
  private static final Duration FETCH = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ClientProperties client;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::look, "partition-ends");
  private volatile Map<String, Long> nextOffsets = Map.of();
  private volatile Map<String, PartitionEnds.Standing> standing = Map.of();
  private volatile @Nullable Throwable end;
  private Map<TopicPartition, Long> before = Map.of();

  EndWatch(ClientProperties client) {
    this.client = client;
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((ended, fault) -> end = fault);
    thread.start();
  }

  @Override
  public Map<String, PartitionEnds.Standing> standing(Map<String, Long> next) {
    Throwable fault = end;
    if (fault != null) {
      throw new IllegalStateException(
          "Nobody watches any more where the partitions at "
              + client.brokers()
              + " end: "
              + Brokers.root(fault),
          fault);
    }
    nextOffsets = Map.copyOf(next);
    return standing;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void look() {
    Properties settings = client.forClient();
    settings.put("default.api.timeout.ms", 10_000);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "none");
    settings.put("max.poll.records", "1");
    settings.put("max.partition.fetch.bytes", "1");
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          standing = standing(consumer);
        } catch (KafkaException e) {
          standing = Map.of();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, PartitionEnds.Standing> standing(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> next = new HashMap<>();
    nextOffsets.forEach((name, offset) -> next.put(PartitionName.parse(name), offset));
    long nowMillis = System.currentTimeMillis();
    Map<TopicPartition, Long> ends = consumer.endOffsets(next.keySet());
    Map<String, PartitionEnds.Standing> found = new HashMap<>();
    next.forEach(
        (partition, offset) -> {
          long end = ends.getOrDefault(partition, Long.MAX_VALUE);
          boolean hasStopped = offset.equals(before.get(partition));
          if (offset >= end || (hasStopped && holdsNothing(consumer, partition, offset, end))) {
            found.put(PartitionName.of(partition), new PartitionEnds.Standing(offset, nowMillis));
          }
        });
    before = next;
    return found;
  }

  /** Between an offset and the end may lie marks of transactions only, or what was rolled back. */
  private static boolean holdsNothing(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end && System.nanoTime() < until) {
      if (!consumer.poll(FETCH).isEmpty()) {
        return false;
      }
    }
    return consumer.position(partition) >= end;
  }
}
