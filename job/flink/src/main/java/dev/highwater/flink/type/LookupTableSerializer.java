package dev.highwater.flink.type;

import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.LookupTableCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The contents of lookups that searches write. */
public final class LookupTableSerializer extends EngineSerializer<LookupTable> {

  private static final long serialVersionUID = 1L;

  public LookupTableSerializer() {
    super("lookup-table");
  }

  @Override
  public void serialize(LookupTable value, DataOutputView target) throws IOException {
    LookupTableCodec.write(target, value);
  }

  @Override
  public LookupTable deserialize(DataInputView source) throws IOException {
    return LookupTableCodec.read(source);
  }

  @Override
  public TypeSerializerSnapshot<LookupTable> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<LookupTable> {
    public Snapshot() {
      super(new LookupTableSerializer());
    }
  }
}
