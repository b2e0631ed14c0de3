package dev.highwater.flink.type;

import dev.highwater.engine.detect.OutcomeCodec;
import dev.highwater.engine.event.FieldValueCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Findings on their way to where they may be held back. */
public final class ScopedFindingSerializer extends EngineSerializer<ScopedFinding> {

  private static final long serialVersionUID = 1L;

  public ScopedFindingSerializer() {
    super("scoped-finding");
  }

  @Override
  public void serialize(ScopedFinding value, DataOutputView target) throws IOException {
    FieldValueCodec.writeText(target, value.scope());
    OutcomeCodec.writeFinding(target, value.finding());
  }

  @Override
  public ScopedFinding deserialize(DataInputView source) throws IOException {
    return new ScopedFinding(FieldValueCodec.readText(source), OutcomeCodec.readFinding(source));
  }

  /** Not supported: it travels, and is never part of a savepoint. */
  @Override
  public TypeSerializerSnapshot<ScopedFinding> snapshotConfiguration() {
    throw new UnsupportedOperationException("no state holds what travels between operators");
  }
}
