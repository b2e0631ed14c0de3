package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LookupMatcher;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step that adds columns of the matching rows of a lookup. */
final class LookupStage implements Stage {

  private final LookupReference lookup;
  private final List<Pair> keys;
  private final List<Pair> outputs;
  private final boolean isNewOnly;

  /** The index of the contents that were searched last: runs mostly search the same. */
  private final AtomicReference<@Nullable LookupMatcher> last = new AtomicReference<>();

  /** A column of the lookup and the field that goes with it. */
  record Pair(String column, String field) {

    String describe() {
      return column.equals(field)
          ? Written.word(column)
          : Written.word(column) + " AS " + Written.word(field);
    }
  }

  /**
   * @param outputs empty for all columns but the keys
   * @param isNewOnly whether fields that there are stay as they are
   */
  LookupStage(LookupReference lookup, List<Pair> keys, List<Pair> outputs, boolean isNewOnly) {
    this.lookup = lookup;
    this.keys = List.copyOf(keys);
    this.outputs = List.copyOf(outputs);
    this.isNewOnly = isNewOnly;
  }

  @Override
  public CommandType type() {
    return CommandType.DISTRIBUTABLE_STREAMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(FieldSet.of(keys.stream().map(Pair::field).collect(Collectors.toSet())));
  }

  @Override
  public @Nullable String carries(String name) {
    boolean isKept =
        !outputs.isEmpty() && outputs.stream().noneMatch(each -> each.field().equals(name));
    return isKept ? name : null;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    if (!outputs.isEmpty()) {
      return before.and(FieldSet.of(outputs.stream().map(Pair::field).collect(Collectors.toSet())));
    }
    List<String> columns = lookup.definition().fields();
    return columns.isEmpty() ? FieldSet.ALL : before.and(FieldSet.of(Set.copyOf(columns)));
  }

  /** Of a table that nothing writes. */
  @Override
  public @Nullable RowGrowth growth(RowGrowth before) {
    FieldSet inputs = reads(FieldSet.NONE);
    RowGrowth after = before.behind(this);
    for (Pair output : outputs) {
      after =
          after.with(output.field(), before.withValueOf(inputs, output.field()).of(output.field()));
    }
    return after;
  }

  @Override
  public Set<String> readsLookups() {
    return lookup.names();
  }

  @Override
  public String describe() {
    String clause = isNewOnly ? " OUTPUTNEW " : " OUTPUT ";
    return ("lookup "
            + Written.word(lookup.written())
            + " "
            + described(keys)
            + (outputs.isEmpty() && !isNewOnly ? "" : clause + described(outputs)))
        .strip();
  }

  private static String described(List<Pair> pairs) {
    return pairs.stream().map(Pair::describe).collect(Collectors.joining(", "));
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    LookupTable contents = lookup.contents(run);
    List<Pair> written = outputs.isEmpty() ? otherColumns(contents) : outputs;
    return new EachRow(
        downstream,
        row -> {
          add(row, contents, written);
          return true;
        });
  }

  private List<Pair> otherColumns(LookupTable contents) {
    Set<String> keyColumns = keys.stream().map(Pair::column).collect(Collectors.toSet());
    List<String> columns =
        lookup.calculation() == null ? contents.fields() : lookup.definition().fields();
    return columns.stream()
        .filter(column -> !keyColumns.contains(column))
        .map(column -> new Pair(column, column))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // to compare contents takes longer than to index them
  private LookupMatcher matcher(LookupTable contents) {
    LookupMatcher matcher = last.get();
    if (matcher == null || matcher.table() != contents) {
      matcher =
          new LookupMatcher(
              lookup.definition(), contents, keys.stream().map(Pair::column).toList());
      last.set(matcher);
    }
    return matcher;
  }

  private void add(Row row, LookupTable contents, List<Pair> written) {
    List<FieldValue> values = new ArrayList<>();
    for (Pair key : keys) {
      FieldValue value = row.get(key.field());
      if (value == null) {
        return;
      }
      values.add(value);
    }
    LookupMatcher matcher = matcher(contents);
    CalculatedLookup calculation = lookup.calculation();
    List<List<Row>> found =
        calculation == null
            ? matcher.matchesOfEach(values)
            : calculation.matchesOfEach(values.get(0));
    for (Pair each : written) {
      if (!isNewOnly || row.get(each.field()) == null) {
        row.set(each.field(), matcher.values(each.column(), found));
      }
    }
  }
}
