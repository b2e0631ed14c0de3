package dev.highwater.bench.live;

import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.KafkaRecords;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;

/** The records of a topic as the events that a job makes of them. */
final class TopicEvents implements Iterator<RawEvent> {

  private final Topic topic;
  private final KafkaRecords records =
      new KafkaRecords(
          RecordForm.RAW, TopicMaps.NONE, OriginSettings.NONE, of -> SourceFormat.LINES);
  private final List<RawEvent> event = new ArrayList<>();

  TopicEvents(Topic topic) {
    this.topic = topic;
  }

  @Override
  public boolean hasNext() {
    return topic.hasNext();
  }

  @Override
  public RawEvent next() {
    event.clear();
    records.deserialize(topic.next(), new ListCollector<>(event));
    return event.get(0);
  }
}
