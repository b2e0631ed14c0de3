package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.FieldName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates by fields: the heart of {@code stats} and {@code tstats} (S-200..S-205).
 *
 * @param by the by-fields, in written order
 * @param calls the aggregates, in written order; none is a pattern
 * @param fillNull what a by-field without a value gets; {@code null} drops the row instead (S-202,
 *     S-260)
 * @param timeSpan the buckets of the by-field {@code _time} (S-261); {@code null} to take it as it
 *     is
 * @param isDistinct whether equal values of a multivalue by-field count once (S-203)
 * @param isPartial whether rows hold aggregates in part, under their own names (S-262)
 */
public record Grouping(
    List<String> by,
    List<AggregateCall> calls,
    @Nullable String fillNull,
    @Nullable TimeSpan timeSpan,
    boolean isDistinct,
    boolean isPartial) {

  private static final String TIME = "_time";

  public Grouping {
    by = List.copyOf(by);
    calls = List.copyOf(calls);
  }

  public Grouping(List<String> by, List<AggregateCall> calls, @Nullable String fillNull) {
    this(by, calls, fillNull, null, false);
  }

  public Grouping(
      List<String> by,
      List<AggregateCall> calls,
      @Nullable String fillNull,
      @Nullable TimeSpan timeSpan,
      boolean isDistinct) {
    this(by, calls, fillNull, timeSpan, isDistinct, false);
  }

  /** The same with aggregates in part, for a later aggregation to go on from. */
  public Grouping inPart() {
    return new Grouping(by, calls, fillNull, timeSpan, isDistinct, true);
  }

  /**
   * The groups that a row belongs to: one for each combination of the values of its by-fields
   * (S-203), none when a by-field has no value. Times are in buckets already where the run does not
   * matter for that; {@link #settled} does the rest.
   */
  public void keysOf(Fields fields, Consumer<List<FieldValue>> keys) {
    FieldValue[] values = new FieldValue[by.size()];
    boolean isSingle = true;
    for (int i = 0; i < values.length; i++) {
      FieldValue value = valueOf(by.get(i), fields);
      if (value == null) {
        return;
      }
      values[i] = value;
      isSingle &= value.members().size() == 1;
    }
    if (isSingle) {
      keys.accept(List.of(values));
    } else {
      combine(values, 0, values.clone(), keys);
    }
  }

  /** The first of the groups that a row belongs to, {@code null} when it belongs to none. */
  public @Nullable List<FieldValue> firstKeyOf(Fields fields) {
    List<List<FieldValue>> keys = new ArrayList<>(1);
    keysOf(fields, keys::add);
    return keys.isEmpty() ? null : keys.get(0);
  }

  private @Nullable FieldValue valueOf(String name, Fields fields) {
    FieldValue value = fields.get(name);
    if (value == null) {
      return fillNull == null ? null : FieldValue.of(fillNull);
    }
    return timeSpan != null && timeSpan.isFixed() && name.equals(TIME)
        ? bucket(value, timeSpan, RunContext.BEFORE_RUN)
        : value;
  }

  private static FieldValue bucket(FieldValue time, TimeSpan span, RunContext run) {
    double seconds = time.number();
    return Double.isNaN(seconds) ? time : FieldValue.of(span.floor(seconds, run.zone()));
  }

  private void combine(
      FieldValue[] values, int at, FieldValue[] chosen, Consumer<List<FieldValue>> keys) {
    if (at == values.length) {
      keys.accept(List.of(chosen));
      return;
    }
    List<FieldValue> members = values[at].members();
    for (FieldValue member : isDistinct ? members.stream().distinct().toList() : members) {
      chosen[at] = member;
      combine(values, at + 1, chosen, keys);
    }
  }

  /** Whether keys get their last form in the run: equal ones may differ before. */
  public boolean isSettledByRun() {
    return timeSpan != null && !timeSpan.isFixed() && by.contains(TIME);
  }

  /** A key of {@link #keysOf} as the run sees it. */
  public List<FieldValue> settled(List<FieldValue> key, RunContext run) {
    if (timeSpan == null || !isSettledByRun()) {
      return key;
    }
    FieldValue[] values = key.toArray(new FieldValue[0]);
    int time = by.indexOf(TIME);
    values[time] = bucket(values[time], timeSpan.in(run), run);
    return Arrays.asList(values);
  }

  /** The order of groups: field by field, {@code _time} as a number, else bytes (S-204). */
  public Comparator<List<FieldValue>> order() {
    int time = by.indexOf(TIME);
    return time < 0 ? KeyOrder.BY_BYTES : KeyOrder.withNumberAt(time);
  }

  /** Accumulators for one group, in the order of the calls. */
  public List<Accumulator> start() {
    List<Accumulator> accumulators = new ArrayList<>(calls.size());
    for (AggregateCall call : calls) {
      accumulators.add(call.start());
    }
    return accumulators;
  }

  /** Takes a row, which may hold aggregates in part, into the accumulators of its group. */
  public void add(List<Accumulator> accumulators, Fields row, RunContext run) {
    boolean isInPart = Prestats.isMarked(row);
    for (int i = 0; i < accumulators.size(); i++) {
      if (isInPart) {
        accumulators.get(i).merge(row.get(Prestats.column(calls.get(i))));
      } else {
        accumulators.get(i).add(calls.get(i).valueOf(row, run), row);
      }
    }
  }

  /** The row of a group: by-fields, then aggregates (S-205). */
  public Row row(List<FieldValue> key, List<Accumulator> accumulators) {
    Row row = new Row();
    for (int i = 0; i < by.size(); i++) {
      row.set(by.get(i), key.get(i));
    }
    for (int i = 0; i < calls.size(); i++) {
      if (isPartial) {
        row.set(Prestats.column(calls.get(i)), accumulators.get(i).partial());
      } else {
        row.set(calls.get(i).outputName(), accumulators.get(i).result());
      }
    }
    if (isPartial) {
      Prestats.mark(row);
    }
    return row;
  }

  /** The fields that aggregation needs of a row. */
  public FieldSet reads() {
    FieldSet reads = FieldSet.NONE;
    for (String name : by) {
      reads = reads.and(FieldSet.of(name));
    }
    for (AggregateCall call : calls) {
      reads = reads.and(call.reads());
    }
    return reads;
  }

  /** The aggregates in SPL. */
  String aggregates() {
    return calls.stream().map(AggregateCall::describe).collect(Collectors.joining(" "));
  }

  /** In SPL, without the name of the command: {@code count max(x) AS y by a b}. */
  public String describe() {
    String text = calls.stream().anyMatch(AggregateCall::needsNumbers) ? "allnum=true " : "";
    text += aggregates();
    if (!by.isEmpty()) {
      text += " by " + FieldName.inSpl(by);
    }
    if (timeSpan != null) {
      text += " span=" + timeSpan;
    }
    return text + (isDistinct ? " dedup_splitvals=true" : "") + (isPartial ? " prestats=true" : "");
  }
}
