package dev.highwater.flink.type;

import dev.highwater.engine.schedule.PartitionClock;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Clocks of partitions, as savepoints hold them. */
public final class PartitionReadingSerializer extends EngineSerializer<PartitionReading> {

  private static final long serialVersionUID = 1L;

  public PartitionReadingSerializer() {
    super("partition-reading");
  }

  @Override
  public void serialize(PartitionReading value, DataOutputView target) throws IOException {
    StringValue.writeString(value.partition(), target);
    target.writeLong(value.reading().greatestMillis());
    target.writeLong(value.reading().standingSinceMillis());
    target.writeLong(value.reading().stoodMillis());
  }

  @Override
  public PartitionReading deserialize(DataInputView source) throws IOException {
    return new PartitionReading(
        StringValue.readString(source),
        new PartitionClock.Reading(source.readLong(), source.readLong(), source.readLong()));
  }

  @Override
  public TypeSerializerSnapshot<PartitionReading> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<PartitionReading> {
    public Snapshot() {
      super(new PartitionReadingSerializer());
    }
  }
}
