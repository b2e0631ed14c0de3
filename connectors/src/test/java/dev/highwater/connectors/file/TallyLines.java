package dev.highwater.connectors.file;

import dev.highwater.engine.event.RawEvent;
import java.util.Arrays;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts how often each numbered line of each input came, in checkpointed state; says so at the end
 * of the input. Runs with parallelism 1.
 */
final class TallyLines extends AbstractStreamOperator<String>
    implements OneInputStreamOperator<RawEvent, String>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  private final long[] offsets;
  private final String[] inputs;
  private transient int[] timesSeen;
  private transient ListState<int[]> state;

  @SuppressWarnings("NullAway.Init") // the transient fields are set by initializeState
  TallyLines(long[] offsets, String... inputs) {
    this.offsets = offsets;
    this.inputs = inputs;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "seen", PrimitiveArrayTypeInfo.INT_PRIMITIVE_ARRAY_TYPE_INFO));
    timesSeen = new int[offsets.length * inputs.length];
    for (int[] restored : state.get()) {
      timesSeen = restored;
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.clear();
    state.add(timesSeen.clone());
  }

  @Override
  public void processElement(StreamRecord<RawEvent> element) {
    RawEvent event = element.getValue();
    String text = event.text();
    int line = Integer.parseInt(text.substring(0, text.indexOf(' ')));
    boolean asWritten =
        event.offset() == offsets[line] && text.equals(line + " " + "x".repeat(line % 331));
    int input = Arrays.asList(inputs).indexOf(event.origin().input());
    timesSeen[input * offsets.length + line] += asWritten ? 1 : 1000;
  }

  @Override
  public void endInput() {
    long once = Arrays.stream(timesSeen).filter(times -> times == 1).count();
    long never = Arrays.stream(timesSeen).filter(times -> times == 0).count();
    int attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
    String tally =
        "once %d, never %d, more or wrong %d, attempt %d"
            .formatted(once, never, timesSeen.length - once - never, attempt);
    output.collect(new StreamRecord<>(tally));
  }
}
