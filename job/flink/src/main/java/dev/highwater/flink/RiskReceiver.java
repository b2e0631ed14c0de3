package dev.highwater.flink;

import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.flink.type.Carried;
import org.apache.flink.api.common.functions.Partitioner;
import org.apache.flink.api.java.functions.KeySelector;

/** Spreads the risk events of the input; word of other content goes to the subtask it names. */
final class RiskReceiver
    implements KeySelector<Carried<RiskRecord>, Integer>, Partitioner<Integer> {

  private static final long serialVersionUID = 1L;

  @Override
  public Integer getKey(Carried<RiskRecord> carried) {
    return carried instanceof Carried.Change<RiskRecord> change
        ? Integer.parseInt(change.receiver())
        : (int) ((Carried.Value<RiskRecord>) carried).value().event().offset();
  }

  @Override
  public int partition(Integer key, int subtasks) {
    return Math.floorMod(key, subtasks);
  }
}
