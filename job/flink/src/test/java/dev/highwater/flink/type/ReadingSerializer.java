package dev.highwater.flink.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A format that has changed, as an example: first a number alone, then its unit before it.
 *
 * <p>It can write the first version, too, which stands for an earlier build.
 */
final class ReadingSerializer extends EngineSerializer<ReadingSerializer.Reading> {

  private static final long serialVersionUID = 1L;

  /** What is stored; readings of the first version were in metres. */
  record Reading(String unit, long number) {}

  ReadingSerializer(int version) {
    super("reading", version);
  }

  @Override
  EngineSerializer<Reading> earlier(int earlierVersion) {
    return new ReadingSerializer(earlierVersion);
  }

  @Override
  public void serialize(Reading value, DataOutputView target) throws IOException {
    if (version() > FIRST_VERSION) {
      target.writeUTF(value.unit());
    }
    target.writeLong(value.number());
  }

  @Override
  public Reading deserialize(DataInputView source) throws IOException {
    String unit = version() > FIRST_VERSION ? source.readUTF() : "m";
    return new Reading(unit, source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Reading> snapshotConfiguration() {
    return new Snapshot(this);
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<Reading> {

    /** Of the build that restores. */
    public Snapshot() {
      this(new ReadingSerializer(FIRST_VERSION + 1));
    }

    private Snapshot(ReadingSerializer newest) {
      super(newest);
    }
  }
}
