package dev.highwater.flink;

import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.Suppressor;
import dev.highwater.engine.detect.Throttle;
import dev.highwater.engine.detect.Throttle.Verdict;
import dev.highwater.engine.finding.Finding;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.FindingSerializer;
import dev.highwater.flink.type.ScopedFinding;
import dev.highwater.flink.type.SuppressorSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds back findings after others like them.
 *
 * <p>Key: {@link Throttle#scopeOf}. Keyed state: findings until all runs that fall due with theirs
 * have been done; the last one that passed, until its period ends. Timers: event time, for both.
 * Operator state: the ledger. Side output: outcomes.
 */
final class ThrottleFindings extends CountingOperator<Carried<Finding>>
    implements OneInputStreamOperator<Carried<ScopedFinding>, Carried<Finding>>,
        Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  private transient @Nullable Throttle throttle;
  private transient @Nullable MapState<Long, List<Finding>> waiting;
  private transient @Nullable ValueState<Suppressor> passed;
  private transient @Nullable InternalTimerService<VoidNamespace> timers;

  ThrottleFindings(JobContent content) {
    super(content);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    waiting =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting",
                    LongSerializer.INSTANCE,
                    new ListSerializer<>(new FindingSerializer())));
    passed =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>("passed", new SuppressorSerializer()));
  }

  @Override
  public void open() throws Exception {
    super.open();
    throttle = new Throttle(detections());
    timers = getInternalTimerService("throttle", VoidNamespaceSerializer.INSTANCE, this);
  }

  @Override
  public void processElement(StreamRecord<Carried<ScopedFinding>> element) throws Exception {
    if (element.getValue() instanceof Carried.Value<ScopedFinding> value) {
      hold(value.value().finding());
    } else if (element.getValue() instanceof Carried.Change<ScopedFinding> change
        && take(change.change())) {
      throttle = new Throttle(detections());
      output.collect(new StreamRecord<>(new Carried.Change<>("", change.change())));
    }
  }

  private void hold(Finding finding) throws Exception {
    MapState<Long, List<Finding>> held = Objects.requireNonNull(waiting);
    long due = Objects.requireNonNull(throttle).dueMillis(finding);
    List<Finding> all = new ArrayList<>();
    List<Finding> before = held.get(due);
    if (before != null) {
      all.addAll(before);
    }
    all.add(finding);
    held.put(due, all);
    atTime(due);
  }

  private void atTime(long millis) {
    Objects.requireNonNull(timers).registerEventTimeTimer(VoidNamespace.INSTANCE, millis);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    MapState<Long, List<Finding>> held = Objects.requireNonNull(waiting);
    ValueState<Suppressor> last = Objects.requireNonNull(passed);
    Suppressor before = last.value();
    if (before != null && before.untilMillis() <= timer.getTimestamp()) {
      last.clear();
    }
    List<Finding> due = held.get(timer.getTimestamp());
    if (due != null) {
      held.remove(timer.getTimestamp());
      List<Finding> inOrder = new ArrayList<>(due);
      inOrder.sort(Objects.requireNonNull(throttle).order());
      for (Finding finding : inOrder) {
        judge(finding, last);
      }
    }
  }

  private void judge(Finding finding, ValueState<Suppressor> last) throws Exception {
    Throttle current = Objects.requireNonNull(throttle);
    Throttling throttling = Objects.requireNonNull(current.throttlingOf(finding));
    Verdict verdict = current.judge(finding, throttling, last.value());
    long scheduled = finding.window().scheduledMillis();
    if (verdict instanceof Verdict.Passed pass) {
      last.update(pass.suppressor());
      atTime(pass.suppressor().untilMillis());
      output.collect(new StreamRecord<>(Carried.of(finding), scheduled));
    } else if (verdict instanceof Verdict.HeldBack back) {
      ledger().add(finding.detectionId(), Counter.SUPPRESSED, 1);
      give(new Outcome.Suppressed(finding, back.by()), scheduled);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("findings are throttled by event time");
  }
}
