package dev.highwater.app.live;

import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.kafka.KafkaEnds;
import dev.highwater.connectors.kafka.KafkaRecords;
import dev.highwater.connectors.kafka.OutcomeTopics;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.connectors.outcome.OutcomeLines;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.ContentFeed;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.PartitionedClock;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.util.HashMap;
import java.util.Properties;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The Flink job over topics: records in, outcomes out, for as long as it may run. */
final class LiveJob {

  private LiveJob() {}

  /** The settings of the job, wherever it runs. */
  static Configuration settings(LiveOptions options) {
    Configuration settings =
        EmbeddedConfiguration.job(RuntimeExecutionMode.STREAMING, options.parallelism());
    LiveState.configure(
        settings, options.state(), options.checkpointInterval(), options.transactionTimeout());
    // What is in flight would come before word of the content that it is of, after a restore.
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    return settings;
  }

  /** Adds the whole job to an environment with these settings. */
  static void build(
      StreamExecutionEnvironment environment,
      LiveOptions options,
      LiveStream stream,
      TopicMaps maps,
      JobContent content,
      @Nullable ContentFeed feed) {
    Places.register(environment, content, options.content());
    DataStream<RawEvent> records = records(environment, options, stream, maps);
    deliver(outcomes(records, options, stream, content, feed), options, stream);
  }

  static DataStream<Outcome> outcomes(
      DataStream<RawEvent> records,
      LiveOptions options,
      LiveStream stream,
      JobContent content,
      @Nullable ContentFeed feed) {
    PartitionedClock clock =
        new PartitionedClock(
            options.clock(), stream.startsByName(), new KafkaEnds(stream.client()));
    return new DetectionJob(content, options.parallelism(), false, clock, options.limits())
        .following(feed)
        .outcomesOf(records);
  }

  static void deliver(DataStream<Outcome> outcomes, LiveOptions options, LiveStream stream) {
    if (options.outTopics() != null) {
      sink(outcomes, "write topics", topics(options, options.outTopics(), stream));
    } else if (options.outDirectory() != null) {
      DataStream<Outcome> lines =
          outcomes.filter(OutcomeLines::isLine).name("select lines").uid("select-lines");
      sink(lines, "write files", OutcomeLines.sink(options.outDirectory()));
    }
  }

  private static void sink(DataStream<Outcome> outcomes, String name, Sink<Outcome> sink) {
    outcomes.sinkTo(sink).name(name).uid(name.replace(' ', '-')).setParallelism(1);
  }

  /** One reader, so that what is late hangs on the partitions alone. */
  static DataStream<RawEvent> records(
      StreamExecutionEnvironment environment,
      LiveOptions options,
      LiveStream stream,
      TopicMaps maps) {
    KafkaSourceBuilder<RawEvent> source =
        KafkaSource.<RawEvent>builder()
            .setProperties(stream.client().forClient())
            .setGroupId(options.group())
            .setStartingOffsets(OffsetsInitializer.offsets(new HashMap<>(stream.starts())))
            .setProperty("isolation.level", "read_committed")
            .setDeserializer(new KafkaRecords(options.form(), maps, options.origin()));
    if (options.topics().pattern() == null) {
      source.setTopics(options.topics().names());
    } else {
      source.setTopicPattern(options.topics().pattern());
    }
    return environment
        .fromSource(
            source.build(),
            WatermarkStrategy.noWatermarks(),
            "read topics",
            RawEventTypeInfo.INSTANCE)
        .uid("read-topics")
        .setParallelism(1);
  }

  private static KafkaSink<Outcome> topics(LiveOptions options, String prefix, LiveStream stream) {
    Properties client = stream.client().forClient();
    client.setProperty(
        "transaction.timeout.ms", Long.toString(options.transactionTimeout().toMillis()));
    return KafkaSink.<Outcome>builder()
        .setBootstrapServers(stream.client().brokers())
        .setKafkaProducerConfig(client)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(options.group() + '-' + prefix)
        .setRecordSerializer(new OutcomeTopics(prefix))
        .build();
  }
}
