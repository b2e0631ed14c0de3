package dev.highwater.app.live;

import dev.highwater.app.options.LiveOptions;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.kafka.KafkaEnds;
import dev.highwater.connectors.kafka.KafkaRecords;
import dev.highwater.connectors.kafka.SourceFormats;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.PartitionedClock;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a job reads.
 *
 * @param content knows how sourcetypes look
 * @param archive what is read before the topics; null for nothing
 */
record LiveInput(
    LiveStream stream, TopicMaps maps, JobContent content, @Nullable LiveArchive archive) {

  private static final WatermarkStrategy<RawEvent> NONE = WatermarkStrategy.noWatermarks();
  private static final RawEventTypeInfo TYPE = RawEventTypeInfo.INSTANCE;

  /** How far the stream has come. */
  PartitionedClock clock(LiveOptions options) {
    return new PartitionedClock(
        options.clock(),
        stream.startsByName(),
        new KafkaEnds(stream.client()),
        archive == null ? null : archive.clock());
  }

  /** One reader, so that what is late hangs on the partitions alone. */
  DataStream<RawEvent> records(StreamExecutionEnvironment environment, LiveOptions options) {
    KafkaSource<RawEvent> topics = topics(options);
    return archive == null
        ? read(environment.fromSource(topics, NONE, "read topics", TYPE), "read-topics")
        : read(
            environment.fromSource(archive.before(topics), NONE, "read archive and topics", TYPE),
            "read-archive-and-topics");
  }

  private static DataStream<RawEvent> read(DataStreamSource<RawEvent> source, String uid) {
    return source.uid(uid).setParallelism(1);
  }

  private KafkaSource<RawEvent> topics(LiveOptions options) {
    JobContent shipped = content; // what travels is the content alone
    SourceFormats formats = of -> shipped.detections().knowledge().addOns().formatOf(of);
    KafkaSourceBuilder<RawEvent> source =
        KafkaSource.<RawEvent>builder()
            .setProperties(stream.client().forClient())
            .setGroupId(options.group())
            .setStartingOffsets(starts())
            .setProperty("isolation.level", "read_committed")
            .setDeserializer(new KafkaRecords(options.form(), maps, options.origin(), formats));
    if (options.topics().pattern() == null) {
      source.setTopics(options.topics().names());
    } else {
      source.setTopicPattern(options.topics().pattern());
    }
    return source.build();
  }

  /** Records that are gone once an archive has been read are a hole, which no job goes over. */
  @SuppressWarnings("deprecation") // the connector has no other way to say it
  private OffsetsInitializer starts() {
    Map<TopicPartition, Long> offsets = new HashMap<>(stream.starts());
    return archive == null
        ? OffsetsInitializer.offsets(offsets)
        : OffsetsInitializer.offsets(offsets, OffsetResetStrategy.NONE);
  }
}
