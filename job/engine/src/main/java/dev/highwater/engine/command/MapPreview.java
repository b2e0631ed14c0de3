package dev.highwater.engine.command;

import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of the searches of {@code map} before the run: a plan whose scan reads all that
 * any of them may read. A value that is not known is anything.
 */
final class MapPreview {

  /** Stands for a value while its place is looked for; no text of the world holds it. */
  private static final String UNKNOWN = "\uE0F7";

  private final PlanContext context;

  MapPreview(PlanContext context) {
    this.context = context;
  }

  /**
   * @throws SplException for a fault in the template
   */
  LogicalPlan of(MapTemplate template, SourceSpan place) {
    LogicalPlan plan;
    boolean isMarked = true;
    try {
      plan = context.planner().plan(template.filledWith(UNKNOWN));
    } catch (SplException e) {
      // A value may stand where a number must: an expression. Its place is not found then.
      plan = context.planner().plan(template.filledWith("1"));
      isMarked = false;
    }
    List<Stage> stages = new ArrayList<>(plan.stages());
    if (stages.isEmpty()) {
      throw new SplException(
          Diagnostic.error(place, "map needs a search").withHint("Write search=\"...\""));
    }
    if (stages.stream().anyMatch(MapPreview::readsUnknown)) {
      throw new SplException(
          Diagnostic.unsupported(place, "a $field$ in a subsearch of map is not supported"));
    }
    if (stages.get(0) instanceof ScanStage scan) {
      stages.set(0, weakened(scan, isMarked, place));
    }
    return new LogicalPlan(stages);
  }

  private static boolean readsUnknown(Stage stage) {
    return stage.subsearches().stream()
        .flatMap(plan -> plan.stages().stream())
        .anyMatch(
            inner ->
                (inner instanceof ScanStage scan && scan.describe().contains(UNKNOWN))
                    || readsUnknown(inner));
  }

  private ScanStage weakened(ScanStage stage, boolean isMarked, SourceSpan place) {
    SearchExpression filter =
        isMarked ? weakened(stage.scan().filter()) : new SearchExpression.Everything(place);
    TimeBounds named = stage.scan().bounds();
    boolean isUnknown = !isMarked || (named.earliest() + named.latest()).contains(UNKNOWN);
    TimeBounds bounds = isUnknown ? TimeBounds.OF_THE_RUN : named;
    return new ScanStage(
        stage.scan().with(filter, bounds), new PreviewFilter(context.filter(filter)));
  }

  private static SearchExpression weakened(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(
          and.span(), and.operands().stream().map(MapPreview::weakened).toList());
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(
          or.span(), or.operands().stream().map(MapPreview::weakened).toList());
    } else if (!isUnknown(expression)) {
      return expression;
    } else if (expression instanceof SearchExpression.Comparison comparison
        && comparison.operator() == Operator.EQUAL
        && !comparison.field().contains(UNKNOWN)) {
      return new SearchExpression.Comparison(
          comparison.span(), comparison.field(), Operator.EQUAL, anything(comparison.value()));
    } else if (expression instanceof SearchExpression.In in && !in.field().contains(UNKNOWN)) {
      return new SearchExpression.In(
          in.span(), in.field(), in.values().stream().map(MapPreview::anything).toList());
    }
    return new SearchExpression.Everything(expression.span());
  }

  private static SearchValue anything(SearchValue value) {
    return new SearchValue(
        value.span(), value.text().replace(UNKNOWN, "*"), value.quoted(), value.directive());
  }

  private static boolean isUnknown(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return and.operands().stream().anyMatch(MapPreview::isUnknown);
    } else if (expression instanceof SearchExpression.Or or) {
      return or.operands().stream().anyMatch(MapPreview::isUnknown);
    } else if (expression instanceof SearchExpression.Not not) {
      return isUnknown(not.operand());
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      return (comparison.field() + comparison.value().text()).contains(UNKNOWN);
    } else if (expression instanceof SearchExpression.In in) {
      return in.field().contains(UNKNOWN)
          || in.values().stream().anyMatch(value -> value.text().contains(UNKNOWN));
    }
    return expression instanceof SearchExpression.Term term
        && term.value().text().contains(UNKNOWN);
  }
}
