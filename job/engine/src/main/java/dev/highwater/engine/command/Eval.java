package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.ValueGrowth;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code eval a=expression, b=expression}: sets fields, from the left to the right; NULL removes
 * the field. Rules S-104, S-110, S-111.
 */
public final class Eval implements SearchCommand {

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
    if (arguments.peekOption()) {
      throw arguments.error(
          arguments.here(),
          "unexpected '" + arguments.here().text() + "' behind an assignment",
          "Put a comma between assignments");
    }
    arguments.expectEnd();
    return assignments;
  }

  private static void checkName(Word field, PlanContext context) {
    if (field.quoted()) {
      return;
    }
    if (field.text().indexOf('-') >= 0) {
      context.warn(
          Diagnostic.warning(field.span(), "'-' belongs to the name '" + field.text() + "' here")
              .withHint("An expression that reads it must have the name in single quotes")
              .withRule("S-1043"));
    }
  }

  private static Assignment assignment(ArgumentReader arguments, PlanContext context) {
    Word field = arguments.word("the field to set");
    checkName(field, context);
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
        TargetName.of(field.text(), field.quoted()),
        expression,
        evaluator,
        context.reads(expression),
        context.expects(expression),
        context.needsRun(expression),
        context.growth(expression));
  }

  /**
   * One field and what it is set to.
   *
   * @param reads the fields that the expression looks at
   * @param expects those that it does not ask whether they are there
   * @param needsRun whether the value depends on the run
   * @param growth how the value changes while the group of its row takes in more
   */
  record Assignment(
      TargetName target,
      Expression expression,
      Evaluator evaluator,
      FieldSet reads,
      FieldSet expects,
      boolean needsRun,
      ValueGrowth growth) {

    void apply(Row row, RunContext run) {
      String field = target.in(row);
      if (field != null) {
        FieldValue value = evaluator.evaluate(row, run);
        row.set(field, value instanceof BooleanValue ? null : value);
      }
    }

    boolean maySet(String field) {
      return target.isTemplate() || target.text().equals(field);
    }

    String describe() {
      return target.describe() + "=" + ExpressionPrinter.print(expression);
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
        TargetName target = assignments.get(i).target();
        needed =
            FieldPatterns.only(
                    needed,
                    name -> target.isTemplate() || !name.equals(target.text()),
                    FieldSet.ALL)
                .and(target.reads())
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
        set.add(assignment.target().text());
      }
      return expected;
    }

    @Override
    public @Nullable String carries(String name) {
      return assignments.stream().anyMatch(assignment -> assignment.maySet(name)) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      Set<String> set = new TreeSet<>();
      for (Assignment assignment : assignments) {
        if (assignment.target().isTemplate()) {
          return FieldSet.ALL;
        }
        set.add(assignment.target().text());
      }
      return before.and(FieldSet.of(set));
    }

    /** A field under a name that is made up may be any. */
    @Override
    public RowGrowth growth(RowGrowth before) {
      RowGrowth row = before;
      for (Assignment each : assignments) {
        row =
            each.target().isTemplate()
                ? new RowGrowth(Map.of(), FieldSet.ALL)
                : row.with(each.target().text(), each.growth().in(row));
      }
      return row;
    }

    @Override
    public boolean needsRun() {
      return assignments.stream().anyMatch(Assignment::needsRun);
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
