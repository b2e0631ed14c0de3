package dev.highwater.connectors.kafka;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.MessageDecoder;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of each record, whatever it holds: its input is {@code topic-partition}, its
 * offset the record's, its index time the record's timestamp unless it says its own (S-2040,
 * S-2041). What is not of the form becomes a malformed event that holds the record.
 */
public final class KafkaRecords implements KafkaRecordDeserializationSchema<RawEvent> {

  private static final long serialVersionUID = 1L;
  private static final byte[] NOTHING = {};

  private final RecordForm form;
  private final TopicMaps maps;
  private final OriginValues otherwise;
  private transient @Nullable Map<String, Map<Integer, RecordDecoder>> decoders;

  private record OriginValues(String host, @Nullable String source, String sourcetype, String index)
      implements java.io.Serializable {}

  /**
   * @param form what the values of records are
   * @param maps for {@link RecordForm#MAPPED}; a topic that none fits has malformed events only
   * @param otherwise what records do not say; the source is the topic where nobody says one
   */
  public KafkaRecords(RecordForm form, TopicMaps maps, OriginSettings otherwise) {
    this.form = form;
    this.maps = maps;
    this.otherwise =
        new OriginValues(
            otherwise.host() == null ? OriginSettings.DEFAULT_HOST : otherwise.host(),
            otherwise.source(),
            otherwise.sourcetype() == null ? "" : otherwise.sourcetype(),
            otherwise.index() == null ? OriginSettings.DEFAULT_INDEX : otherwise.index());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
    out.collect(event(record));
  }

  /** The event of a record; never fails. */
  RawEvent event(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    RawEvent event =
        decoder(record.topic(), record.partition())
            .decode(
                value == null ? NOTHING : value,
                new RecordHeaders(record.headers()),
                record.offset());
    return event.indexTimeMillis() == RawEvent.NO_TIME && record.timestamp() >= 0
        ? event.withIndexTime(record.timestamp())
        : event;
  }

  @Override
  public TypeInformation<RawEvent> getProducedType() {
    return RawEventTypeInfo.INSTANCE;
  }

  private RecordDecoder decoder(String topic, int partition) {
    Map<String, Map<Integer, RecordDecoder>> known = decoders;
    if (known == null) {
      known = new HashMap<>();
      decoders = known;
    }
    return known
        .computeIfAbsent(topic, name -> new HashMap<>())
        .computeIfAbsent(partition, number -> newDecoder(topic, number));
  }

  private RecordDecoder newDecoder(String topic, int partition) {
    EventOrigin origin =
        new EventOrigin(
            PartitionName.of(topic, partition),
            otherwise.host(),
            otherwise.source() == null ? topic : otherwise.source(),
            otherwise.sourcetype(),
            otherwise.index());
    return switch (form) {
      case RAW -> new HeadedRecords(origin);
      case HEC -> selfTold(MessageDecoder.ofEnvelopes(origin));
      case RAW_EVENTS -> selfTold(MessageDecoder.ofRawEvents(origin));
      case MAPPED -> {
        TopicMap map = maps.of(topic);
        yield map == null
            ? (value, headers, offset) -> MessageDecoder.malformed(origin, value, offset)
            : new MappedRecords(map, origin);
      }
    };
  }

  private static RecordDecoder selfTold(MessageDecoder decoder) {
    return (value, headers, offset) -> decoder.decode(value, offset);
  }
}
