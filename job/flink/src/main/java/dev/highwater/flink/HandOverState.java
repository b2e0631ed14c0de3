package dev.highwater.flink;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/** Whether an archive has been read to its end, over a restore (S-2070). */
final class HandOverState {

  private final ListState<Boolean> state;
  private final HandOver handOver;
  private boolean isDone;

  private HandOverState(ListState<Boolean> state, HandOver handOver) {
    this.state = state;
    this.handOver = handOver;
  }

  /** Goes on with what was kept; begins with the archive. */
  static HandOverState of(StateInitializationContext context, HandOver handOver) throws Exception {
    ListState<Boolean> state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("handed-over", Types.BOOLEAN));
    HandOverState current = new HandOverState(state, handOver);
    for (Boolean each : state.get()) {
      current.isDone |= each;
    }
    return current;
  }

  HandOver handOver() {
    return handOver;
  }

  /** Whether the partitions are read. */
  boolean isDone() {
    return isDone;
  }

  void end() {
    isDone = true;
  }

  /** Whether an event of that time counts where the other part of the input has it. */
  boolean isOfOtherPart(long timeMillis) {
    return isDone == (timeMillis < handOver.atMillis());
  }

  void store() throws Exception {
    state.update(List.of(isDone));
  }
}
