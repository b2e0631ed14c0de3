package dev.highwater.flink;

import dev.highwater.engine.schedule.PartitionClocks;
import dev.highwater.flink.type.PartitionReading;
import dev.highwater.flink.type.PartitionReadingSerializer;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;

/** The clocks of a stream's partitions, over a restore. */
final class KeptClocks {

  private final ListState<PartitionReading> state;
  private final PartitionClocks clocks;

  private KeptClocks(ListState<PartitionReading> state, PartitionClocks clocks) {
    this.state = state;
    this.clocks = clocks;
  }

  /** Goes on with what was kept. */
  static KeptClocks of(StateInitializationContext context, PartitionClocks clocks)
      throws Exception {
    ListState<PartitionReading> state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("partition-clocks", new PartitionReadingSerializer()));
    for (PartitionReading each : state.get()) {
      clocks.begin(each.partition(), each.reading());
    }
    return new KeptClocks(state, clocks);
  }

  PartitionClocks clocks() {
    return clocks;
  }

  void store() throws Exception {
    List<PartitionReading> readings =
        clocks.readings().entrySet().stream()
            .map(each -> new PartitionReading(each.getKey(), each.getValue()))
            .toList();
    state.update(readings);
  }
}
