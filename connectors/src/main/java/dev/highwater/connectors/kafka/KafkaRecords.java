package dev.highwater.connectors.kafka;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.MessageDecoder;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.SourceMessages;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of each record, or several, whatever it holds: their input is {@code
 * topic-partition}, their offset the record's, their index time the record's timestamp unless they
 * say their own (S-2040, S-2041, S-2074). What is not of the form becomes a malformed event that
 * holds the record.
 */
public final class KafkaRecords implements KafkaRecordDeserializationSchema<RawEvent> {

  private static final long serialVersionUID = 1L;
  private static final byte[] NOTHING = {};

  private final RecordForm form;
  private final TopicMaps maps;
  private final OriginValues otherwise;
  private final SourceFormats formats;
  private transient @Nullable SourceMessages messages;
  private transient @Nullable Map<String, Map<Integer, RecordDecoder>> decoders;

  private record OriginValues(String host, @Nullable String source, String sourcetype, String index)
      implements java.io.Serializable {}

  /**
   * @param form what the values of records are
   * @param maps for {@link RecordForm#MAPPED}; a topic that none fits has malformed events only
   * @param otherwise what records do not say; the source is the topic where nobody says one
   * @param formats for {@link RecordForm#AUTO}
   */
  public KafkaRecords(
      RecordForm form, TopicMaps maps, OriginSettings otherwise, SourceFormats formats) {
    this.formats = formats;
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
    read(record, out::collect);
  }

  /** Gives the events of a record, at least one; never fails. */
  void read(ConsumerRecord<byte[], byte[]> record, Consumer<RawEvent> events) {
    byte @Nullable [] value = record.value();
    decoder(record.topic(), record.partition())
        .decode(
            value == null ? NOTHING : value,
            new RecordHeaders(record.headers()),
            record.offset(),
            event -> events.accept(arrived(event, record.timestamp())));
  }

  private static RawEvent arrived(RawEvent event, long atMillis) {
    return event.indexTimeMillis() == RawEvent.NO_TIME && atMillis >= 0
        ? event.withIndexTime(atMillis)
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
      case AUTO -> new SourceRecords(origin, messages());
      case HEC -> selfTold(MessageDecoder.ofEnvelopes(origin));
      case RAW_EVENTS -> selfTold(MessageDecoder.ofRawEvents(origin));
      case MAPPED -> {
        TopicMap map = maps.of(topic);
        yield map == null ? unmapped(origin) : new MappedRecords(map, origin);
      }
    };
  }

  private SourceMessages messages() {
    SourceMessages known = messages;
    if (known == null) {
      known = new SourceMessages(formats::of);
      messages = known;
    }
    return known;
  }

  private static SingleEvents unmapped(EventOrigin origin) {
    return (value, headers, offset) -> MessageDecoder.malformed(origin, value, offset);
  }

  private static SingleEvents selfTold(MessageDecoder decoder) {
    return (value, headers, offset) -> decoder.decode(value, offset);
  }
}
