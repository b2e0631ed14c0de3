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
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code xpath [outfield=xpath] "//a/@b" [field=_raw] [default=]}: what an XPath expression finds
 * in the XML of a field. Rule S-1095.
 */
public final class XPath implements SearchCommand {

  @Override
  public String name() {
    return "xpath";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options =
        new CommandOptions(arguments, name(), List.of("default", "field", "outfield"), List.of());
    options.read();
    Word expression = arguments.word("an XPath expression");
    options.read();
    arguments.expectEnd();
    if (!XmlPath.isValid(expression.text())) {
      throw new SplException(
          Diagnostic.error(expression.span(), "'" + expression.text() + "' is no XPath expression")
              .withRule("S-1095"));
    }
    return List.of(
        new XPathStage(
            expression.text(),
            options.text("field", "_raw"),
            options.text("outfield", "xpath"),
            options.text("default", "")));
  }

  /**
   * Sets one field.
   *
   * @param otherwise its value where nothing is found; empty for none
   */
  private record XPathStage(String expression, String field, String target, String otherwise)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      List<FieldValue> found =
          value == null
              ? List.of()
              : XmlPath.find(expression, value.text()).stream().map(FieldValue::of).toList();
      FieldValue none = otherwise.isEmpty() ? row.get(target) : FieldValue.of(otherwise);
      row.set(target, found.isEmpty() ? none : MultiValue.of(found));
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(target));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(target) ? null : name;
    }

    @Override
    public String describe() {
      return "xpath outfield="
          + Written.word(target)
          + " "
          + Written.quoted(expression)
          + " field="
          + Written.word(field)
          + (otherwise.isEmpty() ? "" : " default=" + Written.quoted(otherwise));
    }
  }
}
