package dev.highwater.flink;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * A time that an operator has reached, over a restore: the least that any of its subtasks had. In
 * union operator state, as Flink does not keep watermarks.
 */
final class RestoredTime {

  private final ListState<Long> state;
  private final long restoredMillis;

  private RestoredTime(ListState<Long> state, long restoredMillis) {
    this.state = state;
    this.restoredMillis = restoredMillis;
  }

  static RestoredTime of(StateInitializationContext context, String name) throws Exception {
    ListState<Long> union =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>(name, LongSerializer.INSTANCE));
    long least = Long.MAX_VALUE;
    if (context.isRestored()) {
      for (long each : union.get()) {
        least = Math.min(least, each);
      }
    }
    return new RestoredTime(union, least == Long.MAX_VALUE ? Long.MIN_VALUE : least);
  }

  /** {@code Long.MIN_VALUE} when there was no restore. */
  long restoredMillis() {
    return restoredMillis;
  }

  void store(long millis) throws Exception {
    state.update(List.of(millis));
  }
}
