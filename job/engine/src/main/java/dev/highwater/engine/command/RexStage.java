package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Named groups into fields.
 *
 * @param maxMatch how many matches count in each value of the field, 0 for all of them
 * @param offsetField takes where the groups were, {@code name=first-last}; null for no field
 */
record RexStage(String field, PcrePattern pattern, int maxMatch, @Nullable String offsetField)
    implements RowStage {

  @Override
  public boolean change(Row row, RunContext run) {
    FieldValue value = row.get(field);
    if (value != null) {
      Map<String, List<FieldValue>> found = new LinkedHashMap<>();
      List<String> offsets = new ArrayList<>();
      for (FieldValue member : value.members()) {
        collect(member.text(), found, offsets, run);
      }
      found.forEach((name, values) -> row.set(name, MultiValue.of(values)));
      if (offsetField != null && !offsets.isEmpty()) {
        row.set(offsetField, FieldValue.of(String.join("&", offsets)));
      }
    }
    return true;
  }

  private void collect(
      String text, Map<String, List<FieldValue>> found, List<String> offsets, RunContext run) {
    PcreMatcher matcher = pattern.matcher(text);
    for (int count = 0; (maxMatch == 0 || count < maxMatch) && matcher.find(); count++) {
      for (Map.Entry<String, Integer> group : pattern.groups().entrySet()) {
        String value = matcher.group(group.getValue());
        if (value != null) {
          found.computeIfAbsent(group.getKey(), k -> new ArrayList<>()).add(FieldValue.of(value));
          offsets.add(offset(group.getKey(), matcher, group.getValue()));
        }
      }
    }
    matcher.tellLimit(run.resources()::tally);
  }

  private static String offset(String name, PcreMatcher matcher, int group) {
    return name + "=" + matcher.start(group) + "-" + (matcher.end(group) - 1);
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(FieldSet.of(field));
  }

  @Override
  public @Nullable String carries(String name) {
    return pattern.groups().containsKey(name) || name.equals(offsetField) ? null : name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    FieldSet after = before.and(FieldSet.of(pattern.groups().keySet()));
    return offsetField == null ? after : after.and(FieldSet.of(offsetField));
  }

  @Override
  public RowGrowth growth(RowGrowth before) {
    FieldSet inputs = FieldSet.of(field);
    Set<String> set = new TreeSet<>(pattern.groups().keySet());
    if (offsetField != null) {
      set.add(offsetField);
    }
    RowGrowth after = before;
    for (String output : set) {
      after = after.with(output, before.withValueOf(inputs, output).of(output));
    }
    return after;
  }

  @Override
  public String describe() {
    return "rex field="
        + Written.word(field)
        + (maxMatch == 1 ? "" : " max_match=" + maxMatch)
        + (offsetField == null ? "" : " offset_field=" + Written.word(offsetField))
        + " "
        + Written.quoted(pattern.regex());
  }
}
