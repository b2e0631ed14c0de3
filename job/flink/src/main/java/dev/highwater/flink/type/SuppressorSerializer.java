package dev.highwater.flink.type;

import dev.highwater.engine.detect.Suppressor;
import dev.highwater.engine.detect.SuppressorCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What holds findings back. */
public final class SuppressorSerializer extends EngineSerializer<Suppressor> {

  private static final long serialVersionUID = 1L;

  public SuppressorSerializer() {
    super("suppressor");
  }

  @Override
  public void serialize(Suppressor value, DataOutputView target) throws IOException {
    SuppressorCodec.write(target, value);
  }

  @Override
  public Suppressor deserialize(DataInputView source) throws IOException {
    return SuppressorCodec.read(source);
  }

  @Override
  public TypeSerializerSnapshot<Suppressor> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<Suppressor> {
    public Snapshot() {
      super(new SuppressorSerializer());
    }
  }
}
