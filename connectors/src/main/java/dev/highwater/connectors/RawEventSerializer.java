package dev.highwater.connectors;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Raw events on the wire: origin, offset, given time, framing, bytes, indexed fields. {@code copy}
 * shares: a raw event never changes.
 */
public final class RawEventSerializer extends TypeSerializer<RawEvent> {

  private static final long serialVersionUID = 1L;

  /** Indexed by the byte that stands for them; only ever extended. */
  private static final Framing[] FRAMINGS = {Framing.WHOLE, Framing.TRUNCATED, Framing.MALFORMED};

  /** Added to the byte of the framing when indexed fields follow. */
  private static final int HAS_FIELDS = 0x40;

  private transient @Nullable OriginCodec origins;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<RawEvent> duplicate() {
    return new RawEventSerializer();
  }

  @Override
  public RawEvent createInstance() {
    return RawEvent.of(new EventOrigin("", "", "", "", ""), 0, "");
  }

  @Override
  public RawEvent copy(RawEvent from) {
    return from;
  }

  @Override
  public RawEvent copy(RawEvent from, RawEvent reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(RawEvent event, DataOutputView target) throws IOException {
    origins().write(event.origin(), target);
    target.writeLong(event.offset());
    target.writeLong(event.givenTimeMillis());
    target.writeLong(event.indexTimeMillis());
    boolean hasFields = !event.indexed().isEmpty();
    target.writeByte(framingByte(event.framing()) | (hasFields ? HAS_FIELDS : 0));
    target.writeInt(event.length());
    target.write(event.bytes(), event.start(), event.length());
    if (hasFields) {
      IndexedFieldsCodec.write(event.indexed(), target);
    }
  }

  @Override
  public RawEvent deserialize(DataInputView source) throws IOException {
    EventOrigin origin = origins().read(source);
    long offset = source.readLong();
    long givenTimeMillis = source.readLong();
    long indexTimeMillis = source.readLong();
    int kind = source.readByte();
    Framing framing = FRAMINGS[kind & ~HAS_FIELDS];
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    RawEvent event =
        new RawEvent(origin, offset, bytes, 0, bytes.length, givenTimeMillis, framing)
            .withIndexTime(indexTimeMillis);
    return (kind & HAS_FIELDS) == 0 ? event : event.with(IndexedFieldsCodec.read(source));
  }

  @Override
  public RawEvent deserialize(RawEvent reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawEventSerializer;
  }

  @Override
  public int hashCode() {
    return RawEventSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<RawEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  private OriginCodec origins() {
    OriginCodec codec = origins;
    if (codec == null) {
      codec = new OriginCodec();
      origins = codec;
    }
    return codec;
  }

  private static int framingByte(Framing framing) {
    return switch (framing) {
      case WHOLE -> 0;
      case TRUNCATED -> 1;
      case MALFORMED -> 2;
    };
  }

  /** The format's version in savepoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawEvent> {
    public Snapshot() {
      super(RawEventSerializer::new);
    }
  }
}
