package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of each combination of values, which are compared as texts, all values of a
 * multivalue with them.
 *
 * @param keepsRows whether later rows stay and only lose the fields
 * @param keepsEmpty whether rows that lack one of the fields stay
 * @param isConsecutive whether a combination begins anew when another one came between
 */
record DedupStage(
    int limit, List<String> fields, boolean keepsRows, boolean keepsEmpty, boolean isConsecutive)
    implements Stage {

  DedupStage {
    fields = List.copyOf(fields);
  }

  @Override
  public CommandType type() {
    return CommandType.CENTRALIZED_STREAMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(FieldSet.of(Set.copyOf(fields)));
  }

  @Override
  public @Nullable String carries(String name) {
    return keepsRows && fields.contains(name) ? null : name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before;
  }

  @Override
  public FieldSet partitionsBy() {
    return isConsecutive ? FieldSet.NONE : FieldSet.of(Set.copyOf(fields));
  }

  @Override
  public String describe() {
    return "dedup "
        + limit
        + " "
        + Written.words(fields)
        + (keepsRows ? " keepevents=true" : "")
        + (keepsEmpty ? " keepempty=true" : "")
        + (isConsecutive ? " consecutive=true" : "");
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    Map<List<List<String>>, Integer> seen = new HashMap<>();
    return new EachRow(downstream, row -> keeps(row, seen));
  }

  private boolean keeps(Row row, Map<List<List<String>>, Integer> seen) {
    List<List<String>> key = key(row);
    if (key == null) {
      return keepsEmpty;
    }
    if (isConsecutive && !seen.containsKey(key)) {
      seen.clear();
    }
    if (seen.merge(key, 1, Integer::sum) <= limit) {
      return true;
    }
    if (keepsRows) {
      fields.forEach(field -> row.set(field, null));
    }
    return keepsRows;
  }

  private @Nullable List<List<String>> key(Row row) {
    List<List<String>> key = new ArrayList<>(fields.size());
    for (String field : fields) {
      FieldValue value = row.get(field);
      if (value == null) {
        return null;
      }
      key.add(value.members().stream().map(FieldValue::text).toList());
    }
    return key;
  }
}
