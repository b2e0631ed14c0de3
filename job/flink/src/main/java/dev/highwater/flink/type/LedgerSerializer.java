package dev.highwater.flink.type;

import dev.highwater.engine.detect.Ledger;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Counts in operator state. They are counted on while a checkpoint is written: copied for it. */
public final class LedgerSerializer extends EngineSerializer<Ledger> {

  private static final long serialVersionUID = 1L;

  public LedgerSerializer() {
    super("ledger");
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Ledger copy(Ledger from) {
    Ledger copy = new Ledger();
    copy.addAll(from);
    return copy;
  }

  @Override
  public Ledger copy(Ledger from, Ledger reuse) {
    return copy(from);
  }

  @Override
  public void serialize(Ledger value, DataOutputView target) throws IOException {
    value.write(target);
  }

  @Override
  public Ledger deserialize(DataInputView source) throws IOException {
    return Ledger.read(source);
  }

  @Override
  public TypeSerializerSnapshot<Ledger> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The format as savepoints name it. */
  public static final class Snapshot extends FormatSnapshot<Ledger> {
    public Snapshot() {
      super(new LedgerSerializer());
    }
  }
}
