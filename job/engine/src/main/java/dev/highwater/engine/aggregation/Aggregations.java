package dev.highwater.engine.aggregation;

import dev.highwater.engine.aggregation.Moments.Statistic;
import dev.highwater.engine.plan.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The aggregations there are. */
public final class Aggregations {

  private static final List<Aggregation> ALL =
      List.of(
          new ByArrival("first", false),
          new ByArrival("last", true),
          new ByTime("earliest", false, false),
          new ByTime("earliest_time", false, true),
          new ByTime("latest", true, false),
          new ByTime("latest_time", true, true),
          new Count(),
          new DistinctCount("dc", false),
          new DistinctCount("estdc", false),
          new DistinctCount("estdc_error", true),
          new ListOf(),
          new Max(),
          new Min(),
          new Mode(),
          new Moments("avg", Statistic.MEAN),
          new Moments("mean", Statistic.MEAN),
          new Moments("stdev", Statistic.SAMPLE_DEVIATION),
          new Moments("stdevp", Statistic.POPULATION_DEVIATION),
          new Moments("var", Statistic.SAMPLE_VARIANCE),
          new Moments("varp", Statistic.POPULATION_VARIANCE),
          new PerTime("per_day", 86_400),
          new PerTime("per_hour", 3600),
          new PerTime("per_minute", 60),
          new PerTime("per_second", 1),
          new Percentile("median", 50),
          new Range(),
          new Rate(),
          new Sparkline(),
          new Sum("sum", false),
          new Sum("sumsq", true),
          new Values());

  private static final Map<String, Aggregation> BY_NAME =
      ALL.stream().collect(Collectors.toMap(Aggregation::name, Function.identity()));

  private static final Map<String, String> ALIASES = Map.of("c", "count", "distinct_count", "dc");

  /** Functions that the language has and that are not in the list. */
  private static final Set<String> UNSUPPORTED = Set.of("rate_avg", "rate_sum");

  private Aggregations() {}

  /**
   * The aggregation of that name, {@code null} when there is none.
   *
   * @param name lower case; an alias, or with a parameter in it, as {@code perc95} (S-205, S-214)
   */
  public static @Nullable Aggregation find(String name) {
    String key = ALIASES.getOrDefault(name, name);
    Aggregation aggregation = BY_NAME.get(key);
    return aggregation == null ? Percentile.named(key) : aggregation;
  }

  /** Whether the language has a function of that name that is not supported. */
  public static boolean isUnsupported(String name) {
    return UNSUPPORTED.contains(name);
  }

  /** The aggregations by their key. */
  public static Map<String, Aggregation> byName() {
    return BY_NAME;
  }
}
