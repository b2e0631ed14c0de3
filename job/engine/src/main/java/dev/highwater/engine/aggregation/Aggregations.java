package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The aggregations there are. */
public final class Aggregations {

  private static final List<Aggregation> ALL = List.of(new Count(), new Max(), new Min());

  private static final Map<String, String> ALIASES = Map.of("c", "count");

  /** Functions that the language has and that are not in the list. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "avg",
          "dc",
          "distinct_count",
          "earliest",
          "earliest_time",
          "estdc",
          "estdc_error",
          "first",
          "last",
          "latest",
          "latest_time",
          "list",
          "mean",
          "median",
          "mode",
          "per_day",
          "per_hour",
          "per_minute",
          "per_second",
          "range",
          "rate",
          "rate_avg",
          "rate_sum",
          "stdev",
          "stdevp",
          "sum",
          "sumsq",
          "values",
          "var",
          "varp");

  private Aggregations() {}

  /** Whether the language has a function of that key, supported or not. */
  public static boolean isKnown(String key) {
    return UNSUPPORTED.contains(key) || key.matches("(exact|upper)?p(erc)?\\d+(\\.\\d+)?");
  }

  /** The aggregations by their key. */
  public static Map<String, Aggregation> byName() {
    return ALL.stream().collect(Collectors.toMap(Aggregation::name, Function.identity()));
  }

  /** The key of a function that may go under another name (S-205). */
  public static String key(String name) {
    return ALIASES.getOrDefault(name, name);
  }
}
