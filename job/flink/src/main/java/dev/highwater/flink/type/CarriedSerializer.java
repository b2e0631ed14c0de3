package dev.highwater.flink.type;

import dev.highwater.engine.event.FieldValueCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Values, and word of other content between them. */
public final class CarriedSerializer<T> extends EngineSerializer<Carried<T>> {

  private static final long serialVersionUID = 1L;

  private final TypeSerializer<T> values;

  /**
   * @param values of an immutable type
   */
  public CarriedSerializer(TypeSerializer<T> values) {
    super("carried " + values.getClass().getSimpleName());
    this.values = values;
  }

  @Override
  public void serialize(Carried<T> carried, DataOutputView target) throws IOException {
    if (carried instanceof Carried.Value<T> value) {
      target.writeBoolean(true);
      values.serialize(value.value(), target);
    } else if (carried instanceof Carried.Change<T> change) {
      target.writeBoolean(false);
      FieldValueCodec.writeText(target, change.receiver());
      target.writeInt(change.change().number());
      target.writeInt(change.change().content().length);
      target.write(change.change().content());
    }
  }

  @Override
  public Carried<T> deserialize(DataInputView source) throws IOException {
    if (source.readBoolean()) {
      return new Carried.Value<>(values.deserialize(source));
    }
    String receiver = FieldValueCodec.readText(source);
    int number = source.readInt();
    byte[] content = new byte[source.readInt()];
    source.readFully(content);
    return new Carried.Change<>(receiver, new ContentChange(number, content));
  }

  /** Not supported: it travels, and is never part of a savepoint. */
  @Override
  public TypeSerializerSnapshot<Carried<T>> snapshotConfiguration() {
    throw new UnsupportedOperationException("no state holds what travels between operators");
  }
}
