package dev.highwater.flink.type;

import dev.highwater.engine.detect.OutcomeCodec;
import dev.highwater.engine.finding.Finding;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Findings. */
public final class FindingSerializer extends EngineSerializer<Finding> {

  private static final long serialVersionUID = 1L;

  public FindingSerializer() {
    super("finding");
  }

  @Override
  public void serialize(Finding value, DataOutputView target) throws IOException {
    OutcomeCodec.writeFinding(target, value);
  }

  @Override
  public Finding deserialize(DataInputView source) throws IOException {
    return OutcomeCodec.readFinding(source);
  }

  @Override
  public TypeSerializerSnapshot<Finding> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<Finding> {
    public Snapshot() {
      super(new FindingSerializer());
    }
  }
}
