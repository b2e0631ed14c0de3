package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.time.RelativeTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The time modifiers of a search expression, taken out of it: {@code earliest=}, {@code latest=}
 * and their old forms such as {@code starthoursago=} among the conditions that all have to hold
 * (S-043).
 *
 * @param rest the expression without them
 */
record TimeModifiers(TimeBounds bounds, SearchExpression rest) {

  private static final Map<String, String> EARLIEST =
      Map.of(
          "earliest", "",
          "startdaysago", "d",
          "starthoursago", "h",
          "startminutesago", "m",
          "starttimeu", "");

  private static final Map<String, String> LATEST =
      Map.of(
          "latest", "",
          "enddaysago", "d",
          "endhoursago", "h",
          "endminutesago", "m",
          "endtimeu", "");

  /**
   * Takes the modifiers out.
   *
   * @throws SplException for a time that cannot be read
   */
  static TimeModifiers of(SearchExpression expression) {
    List<SearchExpression> conditions =
        expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
    List<SearchExpression> rest = new ArrayList<>();
    String earliest = "";
    String latest = "";
    for (SearchExpression condition : conditions) {
      if (isModifier(condition, EARLIEST)) {
        earliest = time((SearchExpression.Comparison) condition, EARLIEST);
      } else if (isModifier(condition, LATEST)) {
        latest = time((SearchExpression.Comparison) condition, LATEST);
      } else {
        rest.add(condition);
      }
    }
    return rest.size() == conditions.size()
        ? new TimeModifiers(TimeBounds.OF_THE_RUN, expression)
        : new TimeModifiers(new TimeBounds(earliest, latest), all(expression, rest));
  }

  private static boolean isModifier(SearchExpression condition, Map<String, String> names) {
    return condition instanceof SearchExpression.Comparison comparison
        && comparison.operator() == Operator.EQUAL
        && names.containsKey(comparison.field());
  }

  private static String time(SearchExpression.Comparison comparison, Map<String, String> names) {
    String unit = names.getOrDefault(comparison.field(), "");
    String text = comparison.value().text();
    String time = unit.isEmpty() ? text : "-" + text + unit;
    try {
      RelativeTime.parse(time);
    } catch (IllegalArgumentException e) {
      throw new SplException(
          Diagnostic.error(comparison.value().span(), String.valueOf(e.getMessage()))
              .withRule("S-043"));
    }
    return time;
  }

  /** The conditions as one expression; that is everything when there are none. */
  static SearchExpression all(SearchExpression whole, List<SearchExpression> conditions) {
    return switch (conditions.size()) {
      case 0 -> new SearchExpression.Everything(whole.span());
      case 1 -> conditions.get(0);
      default -> new SearchExpression.And(whole.span(), conditions);
    };
  }

  /**
   * Whether a row's {@code _time} lies in the bounds at a run; a row without one lies outside of
   * any.
   */
  Predicate<Row> at(RunContext run) {
    if (bounds.isOfTheRun()) {
      return row -> true;
    }
    long from = millis(bounds.earliest(), run, Long.MIN_VALUE);
    long to = millis(bounds.latest(), run, Long.MAX_VALUE);
    return row -> {
      FieldValue time = row.get("_time");
      double millis = time == null ? Double.NaN : time.number() * 1000;
      return millis >= from && millis < to;
    };
  }

  private static long millis(String text, RunContext run, long otherwise) {
    return text.isEmpty() ? otherwise : RelativeTime.parse(text).apply(run.nowMillis(), run.zone());
  }
}
