package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchPlanner;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code foreach x* [any commands]}: the commands run over all rows, once for each field that any
 * of the rows has, in turn. Rule S-1090.
 *
 * @param fields names and patterns
 * @param planner plans the commands once their tokens are replaced
 */
record ForEachPipeline(
    List<String> fields, ForEachTemplate template, ForEachTokens tokens, SearchPlanner planner)
    implements WholeResultStage {

  @Override
  public FieldSet reads(FieldSet wanted) {
    return FieldSet.ALL;
  }

  @Override
  public @Nullable String carries(String name) {
    return null;
  }

  @Override
  public String describe() {
    return "foreach"
        + tokens.describe()
        + " "
        + fields.stream().map(Written::word).collect(Collectors.joining(" "))
        + " ["
        + template.body().span().text()
        + "]";
  }

  @Override
  public List<Row> result(List<Row> rows, RunContext run) {
    List<Row> current = rows;
    int iteration = 0;
    for (Map.Entry<String, List<String>> field : chosen(rows).entrySet()) {
      Map<String, String> values = tokens.ofField(field.getKey(), field.getValue(), iteration++);
      try {
        LogicalPlan plan = planner.plan(template.text(values));
        List<Row> next = new ArrayList<>();
        RowSink sink = plan.open(next::add, run);
        current.forEach(sink::accept);
        sink.finish();
        current = next;
      } catch (SplException e) {
        run.resources()
            .note(
                "foreach left out the field '" + field.getKey() + "': " + e.diagnostic().message());
      }
    }
    return current;
  }

  /** The fields that are meant, with what the wildcards stand for, in the order of the list. */
  private Map<String, List<String>> chosen(List<Row> rows) {
    Set<String> present = new LinkedHashSet<>();
    rows.forEach(row -> present.addAll(row.names()));
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    for (String listed : fields) {
      if (!FieldPatterns.isPattern(listed)) {
        chosen.putIfAbsent(listed, List.of());
        continue;
      }
      WildcardPattern pattern = WildcardPattern.exact(listed);
      for (String name : present) {
        boolean isSpared = name.startsWith("_") && listed.startsWith("*");
        if (!isSpared && pattern.matches(name)) {
          chosen.putIfAbsent(name, pattern.captures(name));
        }
      }
    }
    return chosen;
  }
}
