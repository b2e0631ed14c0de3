package dev.highwater.connectors.kafka;

import org.apache.kafka.common.TopicPartition;

/** What a partition is called as an input: {@code topic-partition}, as Kafka itself writes it. */
public final class PartitionName {
  private PartitionName() {}

  /** The name of a partition. */
  public static String of(TopicPartition partition) {
    return partition.toString();
  }

  /** The partition of a name. */
  static TopicPartition parse(String name) {
    int dash = name.lastIndexOf('-');
    return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
  }

  static String of(String topic, int partition) {
    return of(new TopicPartition(topic, partition));
  }
}
