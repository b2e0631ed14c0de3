package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code eval a=expression, b=expression}: sets fields, from the left to the right; NULL removes
 * the field. Rules S-104, S-110, S-111.
 */
public final class Eval implements SearchCommand {

  /** Braces around a name; around nothing or a number they belong to an array's name. */
  private static final Pattern VALUE_IN_NAME = Pattern.compile("\\{[^}]*[^}0-9][^}]*}");

  @Override
  public String name() {
    return "eval";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    return List.of(new EvalStage(assignments(arguments, context)));
  }

  /** The assignments that the arguments are, up to their end. */
  static List<Assignment> assignments(ArgumentReader arguments, PlanContext context) {
    List<Assignment> assignments = new ArrayList<>();
    do {
      assignments.add(assignment(arguments, context));
    } while (arguments.tryPunctuation(','));
    arguments.expectEnd();
    return assignments;
  }

  private static Assignment assignment(ArgumentReader arguments, PlanContext context) {
    Word field = arguments.word("the field to set");
    if (!field.quoted() && VALUE_IN_NAME.matcher(field.text()).find()) {
      throw new SplException(
          Diagnostic.unsupported(
                  field.span(), "a field's value inside the name of a field is not supported")
              .withRule("S-110"));
    }
    if (!field.quoted() && field.text().indexOf('-') >= 0) {
      context.warn(
          Diagnostic.warning(field.span(), "'-' belongs to the name '" + field.text() + "' here")
              .withHint("An expression that reads it must have the name in single quotes")
              .withRule("S-1043"));
    }
    arguments.expectPunctuation('=');
    Expression expression = arguments.expression();
    Evaluator evaluator = context.evaluator(expression);
    if (context.isCondition(expression)) {
      throw new SplException(
          Diagnostic.error(expression.span(), "eval cannot set a field to a condition")
              .withHint("Write if(condition, value, value)")
              .withRule("S-101"));
    }
    return new Assignment(
        field.text(),
        expression,
        evaluator,
        context.reads(expression),
        context.expects(expression));
  }

  /**
   * One field and what it is set to.
   *
   * @param reads the fields that the expression looks at
   * @param expects those that it does not ask whether they are there
   */
  record Assignment(
      String field, Expression expression, Evaluator evaluator, FieldSet reads, FieldSet expects) {

    void apply(Row row, RunContext run) {
      FieldValue value = evaluator.evaluate(row, run);
      row.set(field, value instanceof BooleanValue ? null : value);
    }

    String describe() {
      boolean hasBraces = VALUE_IN_NAME.matcher(field).find();
      return (hasBraces ? Written.quoted(field) : Written.word(field))
          + "="
          + ExpressionPrinter.print(expression);
    }
  }

  private record EvalStage(List<Assignment> assignments) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet needed = wanted;
      for (int i = assignments.size() - 1; i >= 0; i--) {
        String target = assignments.get(i).field();
        needed =
            FieldPatterns.only(needed, name -> !name.equals(target), FieldSet.ALL)
                .and(assignments.get(i).reads());
      }
      return needed;
    }

    @Override
    public FieldSet expects() {
      Set<String> set = new HashSet<>();
      FieldSet expected = FieldSet.NONE;
      for (Assignment assignment : assignments) {
        expected = expected.and(assignment.expects().filter(name -> !set.contains(name)));
        set.add(assignment.field());
      }
      return expected;
    }

    @Override
    public @Nullable String carries(String name) {
      return assignments.stream().anyMatch(assignment -> assignment.field().equals(name))
          ? null
          : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(
          FieldSet.of(assignments.stream().map(Assignment::field).collect(Collectors.toSet())));
    }

    @Override
    public String describe() {
      return "eval "
          + assignments.stream().map(Assignment::describe).collect(Collectors.joining(", "));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new EachRow(
          downstream,
          row -> {
            assignments.forEach(assignment -> assignment.apply(row, run));
            return true;
          });
    }
  }
}
