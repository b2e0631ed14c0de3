package dev.highwater.flink.type;

import dev.highwater.engine.detect.RoutedGroup;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Groups on their way to the runs. */
public final class RoutedGroupSerializer extends EngineSerializer<RoutedGroup> {

  private static final long serialVersionUID = 1L;

  public RoutedGroupSerializer() {
    super("routed-group");
  }

  @Override
  public void serialize(RoutedGroup value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public RoutedGroup deserialize(DataInputView source) throws IOException {
    return RoutedGroup.read(source);
  }

  @Override
  public TypeSerializerSnapshot<RoutedGroup> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<RoutedGroup> {
    public Snapshot() {
      super(new RoutedGroupSerializer());
    }
  }
}
