package dev.highwater.flink.type;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.FieldValueCodec;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Partial aggregates of one group in one slice. */
public final class PartialsSerializer extends EngineSerializer<List<@Nullable FieldValue>> {

  private static final long serialVersionUID = 1L;

  public PartialsSerializer() {
    super("partials");
  }

  @Override
  public void serialize(List<@Nullable FieldValue> value, DataOutputView target)
      throws IOException {
    FieldValueCodec.writeAll(target, value);
  }

  @Override
  public List<@Nullable FieldValue> deserialize(DataInputView source) throws IOException {
    return FieldValueCodec.readAll(source);
  }

  @Override
  public TypeSerializerSnapshot<List<@Nullable FieldValue>> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<List<@Nullable FieldValue>> {
    public Snapshot() {
      super(new PartialsSerializer());
    }
  }
}
