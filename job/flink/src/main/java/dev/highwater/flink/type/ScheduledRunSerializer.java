package dev.highwater.flink.type;

import dev.highwater.engine.event.FieldValueCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Runs that are still to be done. */
public final class ScheduledRunSerializer extends EngineSerializer<ScheduledRun> {

  private static final long serialVersionUID = 1L;

  public ScheduledRunSerializer() {
    super("scheduled-run");
  }

  @Override
  public void serialize(ScheduledRun value, DataOutputView target) throws IOException {
    FieldValueCodec.writeText(target, value.detection());
    target.writeLong(value.scheduledMillis());
  }

  @Override
  public ScheduledRun deserialize(DataInputView source) throws IOException {
    return new ScheduledRun(FieldValueCodec.readText(source), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<ScheduledRun> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<ScheduledRun> {
    public Snapshot() {
      super(new ScheduledRunSerializer());
    }
  }
}
