import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints the values of a topic, from its beginning to its end or until it is ended. */
class ReadTopic {

  /**
   * Arguments: the brokers, the topic, and "follow" to go on behind the end, or "uncommitted" for
   * all that was ever written, of transactions that were given up, too.
   */
  public static void main(String[] arguments) {
    String how = arguments.length > 2 ? arguments[2] : "";
    boolean follows = how.equals("follow");
    String isolation = how.equals("uncommitted") ? "read_uncommitted" : "read_committed";
    Map<String, Object> settings =
        Map.of("bootstrap.servers", arguments[0], "isolation.level", isolation);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(arguments[1]).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (follows
          || partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
          System.out.println(record.value());
        }
      }
    }
  }
}
