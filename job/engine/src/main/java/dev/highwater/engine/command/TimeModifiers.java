package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.PlanContext;
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
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The time modifiers of a search expression, taken out of it: {@code earliest=}, {@code latest=}
 * and their old forms such as {@code starthoursago=} among the conditions that all have to hold
 * (S-043).
 *
 * @param rest the expression without them
 */
record TimeModifiers(TimeBounds bounds, SearchExpression rest) {

  /**
   * What a modifier says.
   *
   * @param isStart whether it is the start of the range, not its end
   * @param unit the unit of a number of them ago; empty where it is a time
   */
  private record Modifier(boolean isStart, String unit) {}

  private static final Modifier START = new Modifier(true, "");
  private static final Modifier END = new Modifier(false, "");

  private static final Map<String, Modifier> KNOWN = Map.of("earliest", START, "latest", END);

  /** Those that may be removed, says Splunk (S-1041). */
  private static final Map<String, Modifier> OLD =
      Map.ofEntries(
          Map.entry("daysago", new Modifier(true, "d")),
          Map.entry("hoursago", new Modifier(true, "h")),
          Map.entry("minutesago", new Modifier(true, "m")),
          Map.entry("monthsago", new Modifier(true, "mon")),
          Map.entry("startdaysago", new Modifier(true, "d")),
          Map.entry("starthoursago", new Modifier(true, "h")),
          Map.entry("startminutesago", new Modifier(true, "m")),
          Map.entry("startmonthsago", new Modifier(true, "mon")),
          Map.entry("starttime", START),
          Map.entry("starttimeu", START),
          Map.entry("enddaysago", new Modifier(false, "d")),
          Map.entry("endhoursago", new Modifier(false, "h")),
          Map.entry("endminutesago", new Modifier(false, "m")),
          Map.entry("endmonthsago", new Modifier(false, "mon")),
          Map.entry("endtime", END),
          Map.entry("endtimeu", END));

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "searchtimespandays",
          "searchtimespanhours",
          "searchtimespanminutes",
          "searchtimespanmonths",
          "timeformat");

  /**
   * Takes the modifiers out; warns of old ones.
   *
   * @throws SplException for a time that cannot be read
   */
  static TimeModifiers of(SearchExpression expression, PlanContext context) {
    List<SearchExpression> conditions =
        expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
    List<SearchExpression> rest = new ArrayList<>();
    String earliest = "";
    String latest = "";
    for (SearchExpression condition : conditions) {
      Modifier modifier = modifier(condition);
      if (modifier == null) {
        rest.add(condition);
      } else if (modifier.isStart()) {
        earliest = time((SearchExpression.Comparison) condition, modifier, context);
      } else {
        latest = time((SearchExpression.Comparison) condition, modifier, context);
      }
    }
    return rest.size() == conditions.size()
        ? new TimeModifiers(TimeBounds.OF_THE_RUN, expression)
        : new TimeModifiers(new TimeBounds(earliest, latest), all(expression, rest));
  }

  private static @Nullable Modifier modifier(SearchExpression condition) {
    if (!(condition instanceof SearchExpression.Comparison comparison)
        || comparison.operator() != Operator.EQUAL) {
      return null;
    }
    if (UNSUPPORTED.contains(comparison.field())) {
      throw new SplException(
          Diagnostic.unsupported(comparison.span(), comparison.field() + "= is not supported")
              .withHint("Write earliest= and latest=")
              .withRule("S-1041"));
    }
    Modifier known = KNOWN.get(comparison.field());
    return known == null ? OLD.get(comparison.field()) : known;
  }

  private static String time(
      SearchExpression.Comparison comparison, Modifier modifier, PlanContext context) {
    String text = comparison.value().text();
    String time = modifier.unit().isEmpty() ? text : "-" + text + modifier.unit();
    try {
      RelativeTime.parse(time);
    } catch (IllegalArgumentException e) {
      throw new SplException(
          Diagnostic.error(comparison.value().span(), String.valueOf(e.getMessage()))
              .withRule("S-043"));
    }
    if (OLD.containsKey(comparison.field())) {
      context.warn(
          Diagnostic.warning(
                  comparison.span(),
                  "the time modifier '" + comparison.field() + "' is old and may be removed")
              .withHint("Write " + (modifier.isStart() ? "earliest=" : "latest=") + time)
              .withRule("S-1041"));
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
