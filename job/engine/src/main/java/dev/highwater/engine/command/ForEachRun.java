package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The iterations of {@code foreach} in one run. A template that cannot be read for a field is left
 * out for it, and said once.
 */
final class ForEachRun {

  /** Templates that hold a value's text are read for each text; the memory for them is bounded. */
  private static final int MOST_KEPT = 1000;

  private final ForEach.ForEachStage stage;
  private final RunContext run;
  private final boolean quotesItem;
  private final Map<Map<String, String>, List<Eval.Assignment>> known = new HashMap<>();

  ForEachRun(ForEach.ForEachStage stage, RunContext run) {
    this.stage = stage;
    this.run = run;
    this.quotesItem = stage.template().quotesItem();
  }

  void apply(Row row) {
    if (stage.mode() == ForEach.Mode.MULTIFIELD) {
      overFields(row);
    } else {
      overItems(row, stage.fields().get(0));
    }
  }

  private void overFields(Row row) {
    List<String> present = List.copyOf(row.names());
    Set<String> done = new HashSet<>();
    for (String listed : stage.fields()) {
      if (!FieldPatterns.isPattern(listed)) {
        iterate(row, listed, List.of(), done);
        continue;
      }
      WildcardPattern pattern = WildcardPattern.exact(listed);
      for (String name : present) {
        boolean isSpared = name.startsWith("_") && listed.startsWith("*");
        if (!isSpared && pattern.matches(name)) {
          iterate(row, name, pattern.captures(name), done);
        }
      }
    }
  }

  private void iterate(Row row, String field, List<String> captures, Set<String> done) {
    if (done.add(field)) {
      assign(row, stage.tokens().ofField(field, captures, done.size() - 1), field);
    }
  }

  private void overItems(Row row, String field) {
    FieldValue value = row.get(field);
    List<FieldValue> items = value == null ? List.of() : items(value);
    for (int i = 0; i < items.size(); i++) {
      row.set(ForEachTemplate.ITEM_FIELD, items.get(i));
      String text = quotesItem ? items.get(i).text() : "";
      assign(row, stage.tokens().ofItem(field, text, i), field);
    }
    row.set(ForEachTemplate.ITEM_FIELD, null);
  }

  private List<FieldValue> items(FieldValue value) {
    if (stage.mode() == ForEach.Mode.MULTIVALUE) {
      return value.members();
    }
    JsonNode json = JsonNode.complete(value.text());
    if (json != null && json.isArray()) {
      return json.children().stream().map(JsonNode::fieldValue).toList();
    }
    return stage.mode() == ForEach.Mode.AUTO_COLLECTIONS ? value.members() : List.of();
  }

  private void assign(Row row, Map<String, String> tokens, String field) {
    List<Eval.Assignment> assignments = known.get(tokens);
    if (assignments == null) {
      assignments = read(tokens, field);
      if (known.size() == MOST_KEPT) {
        known.clear();
      }
      known.put(tokens, assignments);
    }
    for (Eval.Assignment assignment : assignments) {
      assignment.apply(row, run);
    }
  }

  private List<Eval.Assignment> read(Map<String, String> tokens, String field) {
    try {
      return stage.template().read(tokens, stage.context());
    } catch (SplException e) {
      run.resources()
          .note("foreach left out the field '" + field + "': " + e.diagnostic().message());
      return new ArrayList<>();
    }
  }
}
