package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupKey;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.FieldName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code top} and {@code rare} at work (S-302, S-971).
 *
 * @param limit rows for each group at most, 0 for all
 * @param countField empty for none
 * @param percentField empty for none
 * @param other what stands for the values behind the limit; empty for no such row
 */
record TopStage(
    String command,
    boolean isRarest,
    List<String> fields,
    List<String> by,
    int limit,
    String countField,
    String percentField,
    String other)
    implements Stage {

  @Override
  public CommandType type() {
    return CommandType.TRANSFORMING;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(by);
    names.addAll(fields);
    return names;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return FieldSet.of(Set.copyOf(names()));
  }

  @Override
  public @Nullable String carries(String name) {
    boolean isChanged = name.equals(countField) || name.equals(percentField);
    return by.contains(name) && !isChanged ? name : null;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    Set<String> after = new TreeSet<>(names());
    after.add(countField);
    after.add(percentField);
    after.remove("");
    return FieldSet.of(after);
  }

  @Override
  public boolean isOrderSensitive() {
    return false;
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(command).append(" limit=").append(limit);
    text.append(countField.isEmpty() ? " showcount=false" : option("countfield", countField));
    text.append(percentField.isEmpty() ? " showperc=false" : option("percentfield", percentField));
    text.append(other.isEmpty() ? "" : " useother=true" + option("otherstr", other));
    text.append(' ').append(FieldName.inSpl(fields));
    return by.isEmpty() ? text.toString() : text + " by " + FieldName.inSpl(by);
  }

  private static String option(String name, String value) {
    return " " + name + "=" + FieldName.inSpl(value);
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new Counts(this, downstream);
  }

  private static final class Counts implements RowSink {
    private final TopStage stage;
    private final RowSink downstream;
    private final Grouping keys;
    private final Map<GroupKey, long[]> counts = new HashMap<>();

    Counts(TopStage stage, RowSink downstream) {
      this.stage = stage;
      this.downstream = downstream;
      this.keys = new Grouping(stage.names(), List.of(), null);
    }

    @Override
    public void accept(Row row) {
      keys.keysOf(row, key -> counts.computeIfAbsent(new GroupKey(key), k -> new long[1])[0]++);
    }

    @Override
    public void finish() {
      int place = stage.by.size();
      Map<List<FieldValue>, List<Counted>> groups = new TreeMap<>(KeyOrder.BY_BYTES);
      counts.forEach(
          (key, count) ->
              groups
                  .computeIfAbsent(key.values().subList(0, place), k -> new ArrayList<>())
                  .add(new Counted(key.values().subList(place, key.values().size()), count[0])));
      groups.forEach(this::write);
      downstream.finish();
    }

    private void write(List<FieldValue> group, List<Counted> values) {
      Comparator<Counted> byCount = Comparator.comparingLong(Counted::count);
      values.sort(
          (stage.isRarest ? byCount : byCount.reversed())
              .thenComparing(Counted::values, KeyOrder.BY_BYTES));
      long total = values.stream().mapToLong(Counted::count).sum();
      int shown = stage.limit == 0 ? values.size() : Math.min(stage.limit, values.size());
      for (Counted value : values.subList(0, shown)) {
        downstream.accept(row(group, value, total));
      }
      long rest = values.subList(shown, values.size()).stream().mapToLong(Counted::count).sum();
      if (rest > 0 && !stage.other.isEmpty()) {
        List<FieldValue> others =
            stage.fields.stream().map(field -> FieldValue.of(stage.other)).toList();
        downstream.accept(row(group, new Counted(others, rest), total));
      }
    }

    private Row row(List<FieldValue> group, Counted value, long total) {
      List<FieldValue> key = new ArrayList<>(group);
      key.addAll(value.values());
      Row row = keys.row(key, List.of());
      if (!stage.countField.isEmpty()) {
        row.set(stage.countField, FieldValue.of((double) value.count()));
      }
      if (!stage.percentField.isEmpty()) {
        row.set(stage.percentField, FieldValue.of(100.0 * value.count() / total));
      }
      return row;
    }
  }

  private record Counted(List<FieldValue> values, long count) {}
}
