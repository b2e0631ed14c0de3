package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.AggregateCall.Argument;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads aggregates as {@code stats} and its kin write them: {@code count min(_time) as firstTime}
 * (S-205, S-206, S-207, S-216).
 */
final class AggregateReader {

  private final ArgumentReader arguments;
  private final PlanContext context;
  private final Dialect dialect;
  private final Map<String, SourceSpan> outputs = new HashMap<>();
  private final Set<String> aliased = new HashSet<>();

  /** What a command allows in aggregates. */
  enum Dialect {
    /** {@code stats}: everything. */
    STATS,
    /** No wildcards, as columns have to be known. */
    FIXED,
    /** {@code timechart}: in addition totals by time. */
    BUCKETS,
    /** {@code tstats}: fields only (S-263). */
    SUMMARIES,
    /** {@code mstats}: metrics only, also by patterns (S-1081). */
    METRICS
  }

  AggregateReader(ArgumentReader arguments, PlanContext context, Dialect dialect) {
    this.arguments = arguments;
    this.context = context;
    this.dialect = dialect;
  }

  /** Reads aggregates up to one of the keywords, an option or the end; at least one. */
  List<AggregateCall> readUpTo(String... keywords) {
    List<AggregateCall> calls = new ArrayList<>();
    do {
      calls.add(read());
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd() && !arguments.peekOption() && !isNext(keywords));
    return calls;
  }

  private boolean isNext(String... keywords) {
    for (String keyword : keywords) {
      if (arguments.peekKeyword(keyword)) {
        return true;
      }
    }
    return false;
  }

  /** {@code BY fields} if it is next: one field or more (S-1014). */
  List<String> byClause() {
    return arguments.tryKeyword("by") ? by(arguments.fields("a by-field")) : List.of();
  }

  /** Refuses by-fields that are patterns or the name of an aggregate (S-200, S-206). */
  List<String> by(List<Word> fields) {
    List<String> names = new ArrayList<>();
    for (Word field : fields) {
      if (field.text().indexOf('*') >= 0) {
        throw fault(field.span(), "a by-field cannot have wildcards", "S-200");
      }
      SourceSpan output = outputs.get(field.text());
      if (output != null) {
        throw fault(output, "'" + field.text() + "' is a by-field, too", "S-206");
      }
      if (!names.contains(field.text())) {
        names.add(field.text());
      }
    }
    return names;
  }

  private AggregateCall read() {
    Word name = arguments.word("an aggregate function");
    Aggregation aggregation = context.aggregation(name.text(), name.span());
    refuse(name, aggregation);
    if (aggregation.isOverBuckets() && arguments.tryPunctuation('(')) {
      aggregation = overBuckets(aggregation);
    }
    Argument argument = aggregation.isOverBuckets() ? null : argument(name, aggregation);
    String call =
        argument == null ? aggregation.name() : aggregation.name() + "(" + argument.text() + ")";
    SourceSpan place = name.span();
    String output = call;
    if (arguments.tryKeyword("as")) {
      Word alias = arguments.fieldName("the name for " + call);
      place = alias.span();
      output = alias.text();
      checkAlias(call, alias, argument);
    }
    if (outputs.put(output, place) != null) {
      throw fault(place, "two aggregates are called '" + output + "'", "S-206");
    }
    return new AggregateCall(aggregation, argument, output);
  }

  /** What stands in the parentheses: {@code avg(x), 1h}. */
  private Aggregation overBuckets(Aggregation aggregation) {
    Word name = arguments.word("an aggregate function");
    Aggregation inner = context.aggregation(name.text(), name.span());
    Argument argument = argument(name, inner);
    if (argument != null && (argument.isExpression() || argument.isPattern())) {
      throw new SplException(
          Diagnostic.unsupported(name.span(), aggregation.name() + " takes a field only")
              .withRule("S-1089"));
    }
    TimeSpan span = TimeSpan.AUTO;
    if (arguments.tryPunctuation(',')) {
      Word length = arguments.word("the length of a bucket");
      span = SummarySpan.of(length.text(), length.span());
    }
    arguments.expectPunctuation(')');
    return aggregation.overBuckets(new AggregateCall(inner, argument, inner.name()), span);
  }

  private void refuse(Word name, Aggregation aggregation) {
    if (aggregation.perSeconds() > 0 && dialect != Dialect.BUCKETS) {
      throw fault(name.span(), aggregation.name() + " works in timechart only", "S-964");
    }
    if (aggregation.name().equals("list") && dialect == Dialect.SUMMARIES) {
      throw fault(name.span(), "tstats has no list(). Write values()", "S-263");
    }
    boolean isSummary = dialect == Dialect.SUMMARIES || dialect == Dialect.METRICS;
    if (isSummary && aggregation.isOverBuckets()) {
      throw fault(name.span(), aggregation.name() + " works in stats and its kin only", "S-1089");
    }
    if (aggregation.isOrderSensitive() && dialect == Dialect.METRICS) {
      throw fault(name.span(), "mstats has no " + aggregation.name() + "()", "S-1081");
    }
  }

  private void checkAlias(String call, Word alias, @Nullable Argument argument) {
    if (!alias.quoted() && alias.text().indexOf('(') > 0) {
      context.warn(
          Diagnostic.warning(alias.span(), "parentheses belong to the name here")
              .withHint("Put the name in quotes")
              .withRule("S-1042"));
    }
    if (!aliased.add(call) && dialect != Dialect.METRICS) {
      throw fault(alias.span(), call + " has a name already", "S-206");
    }
    boolean isPattern = argument != null && argument.isPattern();
    String written = argument == null ? call : argument.text();
    if (stars(alias.text()) != (isPattern ? stars(written) : 0)) {
      throw fault(
          alias.span(),
          "'" + alias.text() + "' must have as many wildcards as '" + written + "'",
          isPattern ? "S-216" : "S-1016");
    }
  }

  private static long stars(String text) {
    return text.chars().filter(c -> c == '*').count();
  }

  private @Nullable Argument argument(Word name, Aggregation aggregation) {
    if (!arguments.tryPunctuation('(')) {
      requireNoArgument(name, aggregation);
      return null;
    }
    if (arguments.tryPunctuation(')')) {
      requireNoArgument(name, aggregation);
      return null;
    }
    Argument argument = argument();
    arguments.expectPunctuation(')');
    return argument;
  }

  private void requireNoArgument(Word name, Aggregation aggregation) {
    if (!aggregation.isArgumentOptional()) {
      throw arguments.error(
          name.span(), name.text() + " needs a field", "Write " + name.text() + "(field)");
    }
  }

  private Argument argument() {
    Word field = arguments.word("a field name");
    boolean isExpression = !field.quoted() && field.text().equalsIgnoreCase("eval");
    if (isExpression && arguments.tryPunctuation('(')) {
      Argument argument = expression(field);
      arguments.expectPunctuation(')');
      return argument;
    }
    if (field.text().indexOf('*') < 0) {
      return Argument.field(field.text());
    }
    if (dialect == Dialect.SUMMARIES) {
      throw fault(field.span(), "tstats takes no wildcards in aggregates", "S-263");
    } else if (dialect != Dialect.STATS && dialect != Dialect.METRICS) {
      throw new SplException(
          Diagnostic.unsupported(field.span(), "wildcards in aggregates are not supported here")
              .withRule("S-216"));
    }
    return Argument.fields(field.text());
  }

  private Argument expression(Word eval) {
    if (dialect == Dialect.SUMMARIES) {
      throw fault(eval.span(), "tstats takes no eval in aggregates", "S-263");
    } else if (dialect == Dialect.METRICS) {
      throw fault(eval.span(), "mstats takes no eval in aggregates", "S-1081");
    }
    SourceSpan first = arguments.here();
    Expression expression = arguments.expression();
    SourceSpan written = first.to(arguments.here());
    String text = written.text().substring(0, arguments.here().start() - first.start()).strip();
    return new Argument(
        "eval(" + text + ")",
        context.evaluator(expression),
        context.reads(expression),
        false,
        context.needsRun(expression),
        context.isNeverNegative(expression));
  }

  private static SplException fault(SourceSpan place, String message, String rule) {
    return new SplException(Diagnostic.error(place, message).withRule(rule));
  }
}
