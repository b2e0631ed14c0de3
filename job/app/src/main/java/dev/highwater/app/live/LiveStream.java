package dev.highwater.app.live;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.connectors.kafka.Brokers;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaFault;
import dev.highwater.connectors.kafka.OutcomeTopics;
import dev.highwater.connectors.kafka.PartitionName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What the brokers say of a job before it begins.
 *
 * @param client how they are reached
 * @param starts where reading begins, by partition
 * @param missing topics for outcomes that are not there yet
 * @param cut of partitions that may no longer hold all since the hand-over, the first offset
 */
record LiveStream(
    ClientProperties client,
    Map<TopicPartition, Long> starts,
    Set<String> missing,
    Map<TopicPartition, Long> cut) {

  /**
   * Asks the brokers.
   *
   * @throws KafkaFault when the job cannot begin, in words
   */
  static LiveStream of(LiveOptions options, ClientProperties client) throws KafkaFault {
    try (Brokers brokers = Brokers.open(client)) {
      if (options.createsTopics() && !options.dryRun()) {
        brokers.create(brokers.missing(options.topics().names()));
      }
      List<TopicPartition> partitions = brokers.partitions(options.topics());
      Map<TopicPartition, Long> starts =
          brokers.starts(partitions, options.start(), options.group());
      BackfillOptions backfill = options.backfill();
      Map<TopicPartition, Long> cut =
          backfill == null
              ? Map.of()
              : brokers.cutBehind(partitions, backfill.handOver().toEpochMilli());
      String prefix = options.outTopics();
      if (prefix == null) {
        return new LiveStream(client, starts, Set.of(), cut);
      }
      brokers.checkTransactionTimeout(options.transactionTimeout().toMillis());
      Set<String> missing = brokers.missing(new OutcomeTopics(prefix).topics());
      return new LiveStream(client, starts, missing, cut);
    }
  }

  /** Makes the topics for outcomes that are missing. */
  void createMissing() throws KafkaFault {
    if (!missing.isEmpty()) {
      try (Brokers brokers = Brokers.open(client)) {
        brokers.create(missing);
      }
    }
  }

  /** Where reading begins, by the names of partitions as inputs. */
  TreeMap<String, Long> startsByName() {
    TreeMap<String, Long> named = new TreeMap<>();
    starts.forEach((partition, offset) -> named.put(PartitionName.of(partition), offset));
    return named;
  }
}
