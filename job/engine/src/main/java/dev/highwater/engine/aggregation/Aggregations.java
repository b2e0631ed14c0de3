package dev.highwater.engine.aggregation;

import dev.highwater.engine.plan.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The aggregations there are. */
public final class Aggregations {

  private static final List<Aggregation> ALL = List.of(new Count(), new Max(), new Min());

  private static final Map<String, String> ALIASES = Map.of("c", "count");

  private Aggregations() {}

  /** The aggregations by their key. */
  public static Map<String, Aggregation> byName() {
    return ALL.stream().collect(Collectors.toMap(Aggregation::name, Function.identity()));
  }

  /** The key of a function that may go under another name (S-205). */
  public static String key(String name) {
    return ALIASES.getOrDefault(name, name);
  }
}
