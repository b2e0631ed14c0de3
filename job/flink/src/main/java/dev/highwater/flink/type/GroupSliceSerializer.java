package dev.highwater.flink.type;

import dev.highwater.engine.detect.Contribution;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.event.FieldValueCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What partial aggregates are stored under. */
public final class GroupSliceSerializer extends EngineSerializer<GroupSlice> {

  private static final long serialVersionUID = 1L;

  public GroupSliceSerializer() {
    super("group-slice");
  }

  @Override
  public void serialize(GroupSlice value, DataOutputView target) throws IOException {
    FieldValueCodec.writeText(target, value.detection());
    target.writeInt(value.scan());
    target.writeLong(value.sliceMillis());
    FieldValueCodec.writeAll(target, value.key());
    value.contribution().write(target);
  }

  @Override
  public GroupSlice deserialize(DataInputView source) throws IOException {
    return new GroupSlice(
        FieldValueCodec.readText(source),
        source.readInt(),
        source.readLong(),
        FieldValueCodec.readAll(source),
        Contribution.read(source));
  }

  @Override
  public TypeSerializerSnapshot<GroupSlice> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<GroupSlice> {
    public Snapshot() {
      super(new GroupSliceSerializer());
    }
  }
}
