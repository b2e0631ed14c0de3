package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code fromjson field [prefix=]}: a field for each member of a JSON object, a multivalue for an
 * array, JSON for an object. Rule S-986.
 */
public final class FromJson implements SearchCommand {

  @Override
  public String name() {
    return "fromjson";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String prefix = "";
    String field = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("prefix");
      if (option != null) {
        prefix = option.value().text();
      } else if (field == null) {
        field = arguments.fieldName("a field that holds JSON").text();
      } else {
        arguments.expectEnd();
      }
    }
    if (field == null) {
      field = arguments.word("a field that holds JSON").text();
    }
    return List.of(new FromJsonStage(field, prefix));
  }

  private record FromJsonStage(String field, String prefix) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      JsonNode root = value == null ? null : JsonNode.complete(value.text());
      if (root != null && root.isObject()) {
        for (JsonNode member : root.children()) {
          row.set(prefix + member.name(), valueOf(member));
        }
      }
      return true;
    }

    private static @Nullable FieldValue valueOf(JsonNode member) {
      return member.isArray()
          ? MultiValue.of(member.children().stream().map(JsonNode::fieldValue).toList())
          : member.fieldValue();
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return prefix.isEmpty() || name.startsWith(prefix) ? null : name;
    }

    @Override
    public String describe() {
      return "fromjson "
          + Written.word(field)
          + (prefix.isEmpty() ? "" : " prefix=" + Written.quoted(prefix));
    }
  }
}
