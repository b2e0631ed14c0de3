package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SearchValue.Directive;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * The time range that a search names in its text (S-043); empty texts where it names none.
 *
 * @param earliest as in {@code earliest=-30d}
 * @param latest as in {@code latest=now}
 */
public record TimeBounds(String earliest, String latest) {

  /** Those of the run. */
  public static final TimeBounds OF_THE_RUN = new TimeBounds("", "");

  public boolean isOfTheRun() {
    return earliest.isEmpty() && latest.isEmpty();
  }

  /** The condition as a search writes it, the time range among what has to hold. */
  public SearchExpression and(SearchExpression condition) {
    if (isOfTheRun()) {
      return condition;
    }
    List<SearchExpression> conditions = new ArrayList<>();
    add("earliest", earliest, condition.span(), conditions);
    add("latest", latest, condition.span(), conditions);
    if (condition instanceof SearchExpression.And and) {
      conditions.addAll(and.operands());
    } else if (!(condition instanceof SearchExpression.Everything)) {
      conditions.add(condition);
    }
    return conditions.size() == 1
        ? conditions.get(0)
        : new SearchExpression.And(condition.span(), conditions);
  }

  private static void add(
      String modifier, String time, SourceSpan span, List<SearchExpression> conditions) {
    if (!time.isEmpty()) {
      SearchValue value = new SearchValue(span, time, true, Directive.NONE);
      conditions.add(new SearchExpression.Comparison(span, modifier, Operator.EQUAL, value));
    }
  }
}
