package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code streamstats [options] aggregates [BY fields]}: gives every row the aggregates of the rows
 * up to it. Rules S-217, S-970.
 */
public final class StreamStats implements SearchCommand {

  private static final List<String> OPTIONS =
      List.of(
          "allnum",
          "current",
          "global",
          "reset_after",
          "reset_before",
          "reset_on_change",
          "time_window",
          "window");

  @Override
  public String name() {
    return "streamstats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, List.of());
    options.read();
    AggregateReader reader = new AggregateReader(arguments, context, AggregateReader.Dialect.FIXED);
    List<AggregateCall> calls = reader.readUpTo("by");
    options.read();
    List<String> by = reader.byClause();
    options.read();
    arguments.expectEnd();
    if (options.isTrue("allnum", false)) {
      calls = calls.stream().map(AggregateCall::ofNumbersOnly).toList();
    }
    return List.of(
        new StreamStatsStage(
            new Grouping(by, calls, null),
            options.isTrue("current", true),
            options.whole("window", 0, 0),
            options.isTrue("global", true),
            options.isTrue("reset_on_change", false),
            timeWindow(options, arguments),
            condition(options.word("reset_before"), arguments, context),
            condition(options.word("reset_after"), arguments, context)));
  }

  private static @Nullable TimeSpan timeWindow(CommandOptions options, ArgumentReader arguments) {
    Word word = options.word("time_window");
    TimeSpan span = word == null ? null : TimeSpan.parse(word.text());
    if (word != null && (span == null || span.equals(TimeSpan.AUTO))) {
      throw arguments.error(word.span(), "'" + word.text() + "' is no span", "Write 5m");
    }
    return span;
  }

  /** The condition in {@code (...)} or {@code eval(...)}. */
  private static @Nullable Condition condition(
      @Nullable Word word, ArgumentReader arguments, PlanContext context) {
    if (word == null) {
      return null;
    }
    SourceSpan span = word.span();
    SourceSpan text =
        word.quoted() ? new SourceSpan(span.source(), span.start() + 1, span.end() - 1) : span;
    ArgumentReader inner = new ArgumentReader(new CommandCall(text, "streamstats", text, text));
    inner.tryKeyword("eval");
    Expression expression = inner.expression();
    inner.expectEnd();
    if (!context.isCondition(expression)) {
      throw arguments.error(expression.span(), "expected a condition");
    }
    return new Condition(expression, context.evaluator(expression));
  }

  /** An expression that is true or false. */
  record Condition(Expression expression, Evaluator evaluator) {

    String describe() {
      return "(" + ExpressionPrinter.print(expression) + ")";
    }
  }

  /**
   * The running command.
   *
   * @param window rows that count, 0 for all
   * @param isGlobal whether the window is one for all groups
   * @param timeWindow how far rows that count lie apart; {@code null} for any distance
   */
  record StreamStatsStage(
      Grouping grouping,
      boolean isCurrent,
      int window,
      boolean isGlobal,
      boolean isResetOnChange,
      @Nullable TimeSpan timeWindow,
      @Nullable Condition resetBefore,
      @Nullable Condition resetAfter)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.CENTRALIZED_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return resetBefore == null && resetAfter == null
          ? wanted
              .and(grouping.reads())
              .and(timeWindow == null ? FieldSet.NONE : FieldSet.of("_time"))
          : FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return grouping.calls().stream().anyMatch(call -> call.outputName().equals(name))
          ? null
          : name;
    }

    @Override
    public FieldSet partitionsBy() {
      boolean isApart =
          (window == 0 || !isGlobal)
              && !isResetOnChange
              && timeWindow == null
              && resetBefore == null
              && resetAfter == null;
      return isApart ? FieldSet.of(Set.copyOf(grouping.by())) : FieldSet.NONE;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(
          FieldSet.of(
              grouping.calls().stream()
                  .map(AggregateCall::outputName)
                  .collect(Collectors.toSet())));
    }

    @Override
    public String describe() {
      StringBuilder text = new StringBuilder("streamstats ");
      text.append(isCurrent ? "" : "current=false ");
      text.append(window == 0 ? "" : "window=" + window + " ");
      text.append(isGlobal ? "" : "global=false ");
      text.append(isResetOnChange ? "reset_on_change=true " : "");
      text.append(timeWindow == null ? "" : "time_window=" + timeWindow + " ");
      text.append(resetBefore == null ? "" : "reset_before=" + resetBefore.describe() + " ");
      text.append(resetAfter == null ? "" : "reset_after=" + resetAfter.describe() + " ");
      return text.append(grouping.describe()).toString();
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new RunningTotals(this, downstream, run);
    }
  }
}
