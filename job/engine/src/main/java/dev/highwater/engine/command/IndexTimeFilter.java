package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.time.RelativeTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code _index_earliest=} and {@code _index_latest=} of a search: which rows pass by the time at
 * which their event came (S-417, S-1962).
 *
 * @param earliest a relative time, empty for any
 * @param latest a relative time, empty for any
 */
record IndexTimeFilter(String earliest, String latest) implements Stage {

  private static final String EARLIEST = "_index_earliest";
  private static final String LATEST = "_index_latest";
  private static final String FIELD = "_indextime";

  /**
   * An expression in two parts.
   *
   * @param filter {@code null} where the expression has no such condition
   * @param rest the expression without them
   */
  record Parts(@Nullable IndexTimeFilter filter, SearchExpression rest) {}

  /**
   * Takes the conditions out that all have to hold.
   *
   * @throws SplException for a time that cannot be read
   */
  static Parts of(SearchExpression expression) {
    List<SearchExpression> conditions =
        expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
    List<SearchExpression> rest = new ArrayList<>();
    String earliest = "";
    String latest = "";
    for (SearchExpression condition : conditions) {
      if (isOf(EARLIEST, condition)) {
        earliest = time((SearchExpression.Comparison) condition);
      } else if (isOf(LATEST, condition)) {
        latest = time((SearchExpression.Comparison) condition);
      } else {
        rest.add(condition);
      }
    }
    return rest.size() == conditions.size()
        ? new Parts(null, expression)
        : new Parts(new IndexTimeFilter(earliest, latest), TimeModifiers.all(expression, rest));
  }

  private static boolean isOf(String modifier, SearchExpression condition) {
    return condition instanceof SearchExpression.Comparison comparison
        && comparison.operator() == Operator.EQUAL
        && comparison.field().equals(modifier);
  }

  private static String time(SearchExpression.Comparison comparison) {
    try {
      RelativeTime.parse(comparison.value().text());
    } catch (IllegalArgumentException e) {
      throw new SplException(
          Diagnostic.error(comparison.value().span(), String.valueOf(e.getMessage()))
              .withRule("S-417"));
    }
    return comparison.value().text();
  }

  @Override
  public CommandType type() {
    return CommandType.DISTRIBUTABLE_STREAMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(FieldSet.of(FIELD));
  }

  @Override
  public @Nullable String carries(String name) {
    return name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before;
  }

  @Override
  public boolean dropsRows() {
    return true;
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public String describe() {
    List<String> conditions = new ArrayList<>();
    if (!earliest.isEmpty()) {
      conditions.add(EARLIEST + "=" + Written.quoted(earliest));
    }
    if (!latest.isEmpty()) {
      conditions.add(LATEST + "=" + Written.quoted(latest));
    }
    return "search " + String.join(" ", conditions);
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    long from = millis(earliest, run, Long.MIN_VALUE);
    long to = millis(latest, run, Long.MAX_VALUE);
    return new EachRow(
        downstream,
        row -> {
          FieldValue time = row.get(FIELD);
          double millis = time == null ? Double.NaN : time.number() * 1000;
          return millis >= from && millis < to;
        });
  }

  private static long millis(String text, RunContext run, long otherwise) {
    return text.isEmpty() ? otherwise : RelativeTime.parse(text).apply(run.nowMillis(), run.zone());
  }
}
