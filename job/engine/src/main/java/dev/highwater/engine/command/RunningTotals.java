package dev.highwater.engine.command;

import dev.highwater.engine.command.StreamStats.Condition;
import dev.highwater.engine.command.StreamStats.StreamStatsStage;
import dev.highwater.engine.command.StreamWindow.Entry;
import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.GroupKey;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running part of {@code streamstats} (S-217, S-970). */
final class RunningTotals implements RowSink {

  private final StreamStatsStage stage;
  private final RowSink downstream;
  private final RunContext run;
  private final Map<GroupKey, StreamWindow> groups = new HashMap<>();

  /** The groups of the rows in a window over all groups, in the order of the rows. */
  private final Deque<StreamWindow> order = new ArrayDeque<>();

  private @Nullable GroupKey last;

  RunningTotals(StreamStatsStage stage, RowSink downstream, RunContext run) {
    this.stage = stage;
    this.downstream = downstream;
    this.run = run;
  }

  @Override
  public void accept(Row row) {
    if (holds(stage.resetBefore(), row)) {
      reset();
    }
    List<FieldValue> values = stage.grouping().firstKeyOf(row);
    if (values != null) {
      GroupKey key = new GroupKey(values);
      if (stage.isResetOnChange() && last != null && !last.equals(key)) {
        reset();
      }
      last = key;
      addTotals(groups.computeIfAbsent(key, k -> new StreamWindow(stage.grouping().calls())), row);
    }
    if (holds(stage.resetAfter(), row)) {
      reset();
    }
    downstream.accept(row);
  }

  private boolean holds(@Nullable Condition condition, Row row) {
    return condition != null && condition.evaluator().evaluate(row, run) == BooleanValue.TRUE;
  }

  private void reset() {
    groups.clear();
    order.clear();
  }

  private void addTotals(StreamWindow group, Row row) {
    Entry entry = Entry.of(row, stage.grouping().calls(), run);
    if (stage.isCurrent()) {
      push(group, entry);
      evict(group, entry);
      group.writeTo(row);
    } else {
      evict(group, entry);
      group.writeTo(row);
      push(group, entry);
    }
  }

  private boolean isWindowed() {
    return stage.window() > 0 || stage.timeWindow() != null;
  }

  private void push(StreamWindow group, Entry entry) {
    group.push(entry, isWindowed());
    if (isWindowed() && stage.isGlobal()) {
      order.addLast(group);
    }
  }

  /** Lets go what is no longer in the window when {@code newest} is looked at. */
  private void evict(StreamWindow group, Entry newest) {
    if (!isWindowed()) {
      return;
    }
    if (stage.isGlobal()) {
      while (!order.isEmpty() && isOutside(order.size(), order.getFirst().oldest(), newest)) {
        order.removeFirst().pop();
      }
    } else {
      while (group.size() > 0 && isOutside(group.size(), group.oldest(), newest)) {
        group.pop();
      }
    }
  }

  private boolean isOutside(int size, Entry oldest, Entry newest) {
    boolean isTooMany = stage.window() > 0 && size > stage.window();
    return isTooMany
        || (stage.timeWindow() != null
            && Math.abs(newest.seconds() - oldest.seconds()) >= stage.timeWindow().seconds());
  }

  @Override
  public void finish() {
    downstream.finish();
  }
}
