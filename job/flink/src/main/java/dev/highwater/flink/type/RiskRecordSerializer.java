package dev.highwater.flink.type;

import dev.highwater.engine.detect.RiskRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Risk events on their way to the searches that correlate. */
public final class RiskRecordSerializer extends EngineSerializer<RiskRecord> {

  private static final long serialVersionUID = 1L;

  public RiskRecordSerializer() {
    super("risk-record");
  }

  @Override
  public void serialize(RiskRecord value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public RiskRecord deserialize(DataInputView source) throws IOException {
    return RiskRecord.read(source);
  }

  @Override
  public TypeSerializerSnapshot<RiskRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<RiskRecord> {
    public Snapshot() {
      super(new RiskRecordSerializer());
    }
  }
}
