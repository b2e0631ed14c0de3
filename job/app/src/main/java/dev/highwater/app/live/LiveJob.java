package dev.highwater.app.live;

import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.connectors.kafka.OutcomeTopics;
import dev.highwater.connectors.outcome.OutcomeLines;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.ContentFeed;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.local.EmbeddedConfiguration;
import java.util.Properties;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
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
      LiveInput input,
      @Nullable ContentFeed feed) {
    Places.register(environment, input.content(), options.content());
    DataStream<RawEvent> records = input.records(environment, options);
    deliver(outcomes(records, options, input, feed), options, input.stream());
  }

  static DataStream<Outcome> outcomes(
      DataStream<RawEvent> records,
      LiveOptions options,
      LiveInput input,
      @Nullable ContentFeed feed) {
    return new DetectionJob(
            input.content(), options.parallelism(), false, input.clock(options), options.limits())
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
