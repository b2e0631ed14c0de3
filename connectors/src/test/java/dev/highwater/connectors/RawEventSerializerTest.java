package dev.highwater.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.IndexedFields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RawEventSerializerTest {

  private static final EventOrigin LINUX = new EventOrigin("a", "h", "s", "syslog", "main");
  private static final EventOrigin WINDOWS =
      new EventOrigin("b", "ü".repeat(70_000), "", "XmlWinEventLog", "main");
  private static final byte[] BYTES = "xx\u0000line\nyy".getBytes(StandardCharsets.UTF_8);

  private static final FieldValue A = FieldValue.of("é");

  private final List<RawEvent> events =
      List.of(
          new RawEvent(LINUX, 7, BYTES, 2, 5, RawEvent.NO_TIME),
          new RawEvent(WINDOWS, 1L << 40, BYTES, 0, 0, -5, Framing.MALFORMED),
          new RawEvent(LINUX, 0, BYTES, 0, BYTES.length, 1, Framing.TRUNCATED),
          new RawEvent(LINUX, 9, BYTES, 1, 2, 3)
              .with(
                  new IndexedFields(
                      Map.of("a", Objects.requireNonNull(MultiValue.of(List.of(A, A)))))));

  @Test
  void readsBackWhatItWroteAlsoAfterACopyOfTheBytes() throws IOException {
    TypeSerializer<RawEvent> serializer = new RawEventSerializer();
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (RawEvent event : events) {
      serializer.serialize(event, out);
    }
    DataOutputSerializer copied = new DataOutputSerializer(64);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    for (int i = 0; i < events.size(); i++) {
      serializer.copy(in, copied);
    }
    assertThat(copied.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
    List<RawEvent> back = new ArrayList<>();
    DataInputDeserializer again = new DataInputDeserializer(copied.getCopyOfBuffer());
    while (again.available() > 0) {
      back.add(serializer.duplicate().deserialize(again));
    }
    assertThat(back)
        .usingElementComparator((a, b) -> contents(a).equals(contents(b)) ? 0 : 1)
        .containsExactlyElementsOf(events);
  }

  @Test
  void neighboursShareTheirOrigin() throws IOException {
    TypeSerializer<RawEvent> serializer = new RawEventSerializer();
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (RawEvent event : events) {
      serializer.serialize(event, out);
    }
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    EventOrigin first = serializer.deserialize(in).origin();
    EventOrigin second = serializer.deserialize(in).origin();
    EventOrigin third = serializer.deserialize(in).origin();
    assertThat(third).isSameAs(first).isNotSameAs(second);
  }

  @Test
  void sharesInsteadOfCopying() {
    TypeSerializer<RawEvent> serializer = new RawEventSerializer();
    assertThat(serializer.isImmutableType()).isTrue();
    assertThat(serializer.copy(events.get(0))).isSameAs(events.get(0));
  }

  private static List<Object> contents(RawEvent event) {
    return List.of(
        event.origin(),
        event.offset(),
        event.text(),
        event.givenTimeMillis(),
        event.framing(),
        event.indexed());
  }
}
