package dev.highwater.flink.type;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.OutcomeCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What goes to the sinks. */
public final class OutcomeSerializer extends EngineSerializer<Outcome> {

  private static final long serialVersionUID = 1L;

  public OutcomeSerializer() {
    super("outcome");
  }

  @Override
  public void serialize(Outcome value, DataOutputView target) throws IOException {
    OutcomeCodec.write(target, value);
  }

  @Override
  public Outcome deserialize(DataInputView source) throws IOException {
    return OutcomeCodec.read(source);
  }

  @Override
  public TypeSerializerSnapshot<Outcome> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<Outcome> {
    public Snapshot() {
      super(new OutcomeSerializer());
    }
  }
}
