package dev.highwater.connectors.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What brokers are asked before a job begins. Every fault comes out in words for the user. */
public final class Brokers implements AutoCloseable {

  private static final String LARGEST_RECORD = Integer.toString(64 << 20);
  private static final int PATIENCE_MILLIS = 10_000;

  private static final Comparator<TopicPartition> BY_NAME = Comparator.comparing(PartitionName::of);

  private final String name;
  private final Admin admin;

  private Brokers(String name, Admin admin) {
    this.name = name;
    this.admin = admin;
  }

  /**
   * Prepares to ask; nobody is reached yet.
   *
   * @throws KafkaFault when the client properties are wrong
   */
  public static Brokers open(ClientProperties client) throws KafkaFault {
    Properties settings = client.forClient();
    settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
    settings.put("request.timeout.ms", PATIENCE_MILLIS / 3);
    try {
      return new Brokers(client.brokers(), Admin.create(settings));
    } catch (KafkaException e) {
      throw new KafkaFault("Cannot connect to " + client.brokers() + ": " + reasons(e));
    }
  }

  /**
   * The partitions of the topics, in order.
   *
   * @throws KafkaFault when no broker answers, a named topic is missing or no topic fits
   */
  public List<TopicPartition> partitions(TopicChoice topics) throws KafkaFault {
    Set<String> all = answer("topics", admin.listTopics().names());
    Set<String> chosen = new TreeSet<>(topics.names());
    Set<String> missing = new TreeSet<>(chosen);
    missing.removeAll(all);
    if (!missing.isEmpty()) {
      throw new KafkaFault(
          "No topic "
              + String.join(", ", missing)
              + " at "
              + name
              + "; there are "
              + (all.isEmpty() ? "none" : String.join(", ", new TreeSet<>(all))));
    }
    if (topics.pattern() != null) {
      all.stream().filter(topics.pattern().asMatchPredicate()).forEach(chosen::add);
    }
    if (chosen.isEmpty()) {
      throw new KafkaFault("No topic at " + name + " fits " + topics);
    }
    return answer("topics", admin.describeTopics(chosen).allTopicNames()).values().stream()
        .flatMap(Brokers::partitions)
        .sorted(Comparator.comparing(PartitionName::of))
        .toList();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(each -> new TopicPartition(topic.name(), each.partition()));
  }

  /**
   * Offsets where reading begins, one for each partition (S-2043).
   *
   * @param group of {@link StartPoint#COMMITTED}
   */
  public Map<TopicPartition, Long> starts(
      Collection<TopicPartition> partitions, StartPoint start, String group) throws KafkaFault {
    Map<TopicPartition, Long> earliest = offsets(partitions, each -> OffsetSpec.earliest());
    return switch (start.kind()) {
      case EARLIEST -> earliest;
      case LATEST -> offsets(partitions, each -> OffsetSpec.latest());
      case COMMITTED -> committed(earliest, group);
      case TIME -> since(partitions, start.millis());
    };
  }

  private Map<TopicPartition, Long> committed(Map<TopicPartition, Long> earliest, String group)
      throws KafkaFault {
    Map<TopicPartition, OffsetAndMetadata> known =
        answer(
            "offsets of group " + group,
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> starts = new TreeMap<>(BY_NAME);
    earliest.forEach(
        (partition, first) -> {
          OffsetAndMetadata at = known.get(partition);
          starts.put(partition, at == null ? first : Math.max(first, at.offset()));
        });
    return starts;
  }

  private Map<TopicPartition, Long> since(Collection<TopicPartition> partitions, long millis)
      throws KafkaFault {
    Map<TopicPartition, Long> found = offsets(partitions, each -> OffsetSpec.forTimestamp(millis));
    Map<TopicPartition, Long> ends = offsets(partitions, each -> OffsetSpec.latest());
    Map<TopicPartition, Long> starts = new TreeMap<>(BY_NAME);
    // Where nothing is as late, nobody names an offset.
    found.forEach((partition, at) -> starts.put(partition, at < 0 ? ends.get(partition) : at));
    return starts;
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, Function<TopicPartition, OffsetSpec> spec)
      throws KafkaFault {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), spec));
    Map<TopicPartition, Long> offsets = new TreeMap<>(BY_NAME);
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
        answer("offsets", admin.listOffsets(asked).all()).entrySet()) {
      offsets.put(each.getKey(), each.getValue().offset());
    }
    return offsets;
  }

  /** The topics of these that are not there. */
  public Set<String> missing(Collection<String> topics) throws KafkaFault {
    Set<String> missing = new TreeSet<>(topics);
    missing.removeAll(answer("topics", admin.listTopics().names()));
    return missing;
  }

  /** Makes topics as the brokers make them by default. */
  public void create(Collection<String> topics) throws KafkaFault {
    if (topics.isEmpty()) {
      return;
    }
    List<NewTopic> asked =
        topics.stream()
            .map(name -> new NewTopic(name, Optional.<Integer>empty(), Optional.<Short>empty()))
            .toList();
    answer("new topics", admin.createTopics(asked).all());
  }

  /**
   * Makes a topic of one partition that keeps the last record of each key, where it is missing. Its
   * records may be as large as files of content are.
   */
  public void createCompacted(String topic) throws KafkaFault {
    if (!missing(List.of(topic)).isEmpty()) {
      NewTopic asked =
          new NewTopic(topic, Optional.of(1), Optional.<Short>empty())
              .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", LARGEST_RECORD));
      answer("new topics", admin.createTopics(List.of(asked)).all());
    }
  }

  /**
   * Checks that transactions may stay open as long as the job wants.
   *
   * @throws KafkaFault when the broker allows less
   */
  public void checkTransactionTimeout(long wantedMillis) throws KafkaFault {
    int broker = answer("brokers", admin.describeCluster().nodes()).iterator().next().id();
    ConfigResource resource =
        new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
    Config settings =
        answer("settings of broker " + broker, admin.describeConfigs(List.of(resource)).all())
            .get(resource);
    ConfigEntry limit = settings == null ? null : settings.get("transaction.max.timeout.ms");
    String most = limit == null ? null : limit.value();
    if (most == null) {
      return; // a broker that keeps its settings to itself: the sink's own message has to do
    }
    if (Long.parseLong(most) < wantedMillis) {
      throw new KafkaFault(
          "Transactions may stay open for "
              + most
              + " ms at "
              + name
              + " (transaction.max.timeout.ms), and the job wants "
              + wantedMillis
              + " ms: raise the one, or lower --transaction-timeout; it has to be longer than"
              + " the longest stop of the job");
    }
  }

  private <T> T answer(String what, KafkaFuture<T> future) throws KafkaFault {
    try {
      return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw fault(what, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw fault(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaFault("Interrupted while " + name + " was asked for its " + what);
    }
  }

  private KafkaFault fault(String what, Throwable cause) {
    if (cause instanceof SslAuthenticationException) {
      return new KafkaFault(
          "No TLS with "
              + name
              + ": "
              + root(cause)
              + " (see ssl.truststore, ssl.keystore of --client-properties)");
    }
    if (cause instanceof AuthenticationException) {
      return new KafkaFault(
          name + " does not let us in: " + cause.getMessage() + " (see --client-properties)");
    }
    if (cause instanceof AuthorizationException) {
      return new KafkaFault(name + " does not tell us its " + what + ": " + cause.getMessage());
    }
    if (cause instanceof UnknownTopicOrPartitionException) {
      return new KafkaFault("A topic is gone from " + name + ": " + cause.getMessage());
    }
    if (cause instanceof TimeoutException
        || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new KafkaFault(
          "No broker answers at " + name + " within " + PATIENCE_MILLIS / 1000 + " s");
    }
    return new KafkaFault("Cannot learn the " + what + " of " + name + ": " + root(cause));
  }

  /** What the client's settings came to grief on: the last of Kafka's words, and their reason. */
  private static String reasons(KafkaException thrown) {
    Throwable last = thrown;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      last = each instanceof KafkaException ? each : last;
    }
    Throwable reason = last.getCause();
    return reason == null || reason.getMessage() == null
        ? String.valueOf(last.getMessage())
        : last.getMessage() + ": " + reason.getMessage();
  }

  /** The words of what began a fault. */
  static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
