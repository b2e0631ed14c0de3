package dev.highwater.engine.verify;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.plan.LookupTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be there before a test runs (S-1982).
 *
 * @param lookups what lookups hold, by the names in the test
 * @param baselines searches that run before, in their order
 */
public record PlannedSeeds(Map<String, LookupTable> lookups, List<Baseline> baselines) {

  public static final PlannedSeeds NONE = new PlannedSeeds(Map.of(), List.of());

  public PlannedSeeds {
    lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
    baselines = List.copyOf(baselines);
  }

  boolean isEmpty() {
    return lookups.isEmpty() && baselines.isEmpty();
  }

  /** A baseline with its logs at hand. */
  public record Baseline(Detection baseline, List<TestLog> logs) {

    public Baseline {
      logs = List.copyOf(logs);
    }
  }
}
