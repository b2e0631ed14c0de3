package dev.highwater.engine.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be there before a test runs (S-1982).
 *
 * @param lookups for names of lookups the CSV files that they hold, URLs or paths as data have
 * @param baselines searches that run before, in their order
 */
public record CaseSeeds(Map<String, String> lookups, List<Baseline> baselines) {

  public static final CaseSeeds NONE = new CaseSeeds(Map.of(), List.of());

  public CaseSeeds {
    lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
    baselines = List.copyOf(baselines);
  }

  public boolean isEmpty() {
    return lookups.isEmpty() && baselines.isEmpty();
  }

  /**
   * A baseline that runs over all of its data at once.
   *
   * @param name a name, an id or a file of a baseline of the content
   * @param attackData its data; that of the test when empty
   */
  public record Baseline(String name, List<DetectionCase.AttackData> attackData) {

    public Baseline {
      attackData = List.copyOf(attackData);
    }
  }
}
