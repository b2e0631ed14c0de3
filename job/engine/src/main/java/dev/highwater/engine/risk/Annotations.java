package dev.highwater.engine.risk;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a detection is about, by framework (S-673).
 *
 * @param byFramework values by the framework's name, such as {@code mitre_attack}; sorted, a
 *     framework without values is left out
 * @param attack what ATT&amp;CK says of the techniques
 */
public record Annotations(Map<String, List<String>> byFramework, AttackLabels attack) {

  public static final String STORIES = "analytic_story";
  public static final String TECHNIQUES = "mitre_attack";

  /** Says nothing. */
  public static final Annotations NONE = new Annotations(Map.of(), AttackLabels.NONE);

  public Annotations {
    Map<String, List<String>> sorted = new TreeMap<>();
    byFramework.forEach(
        (framework, values) -> {
          if (!values.isEmpty()) {
            sorted.put(framework, List.copyOf(values));
          }
        });
    byFramework = Collections.unmodifiableMap(sorted);
  }

  /**
   * The annotations of a detection as the build makes them (S-1901): kill chain phases from the
   * tactics, CIS from the security domain, NIST from the type.
   */
  public static Annotations of(
      List<String> stories,
      List<String> techniques,
      List<String> cve,
      String securityDomain,
      String type,
      AttackCatalog catalog) {
    AttackLabels attack = catalog.labelsOf(techniques);
    return new Annotations(
        Map.of(
            STORIES,
            stories,
            TECHNIQUES,
            techniques,
            "cve",
            cve,
            "cis20",
            List.of(securityDomain.equals("network") ? "CIS 13" : "CIS 10"),
            "nist",
            List.of(type.equals("TTP") ? "DE.CM" : "DE.AE"),
            "kill_chain_phases",
            KillChain.phasesOf(attack.tactics())),
        attack);
  }

  /** The values of one framework, empty when it is not there. */
  public List<String> of(String framework) {
    return byFramework.getOrDefault(framework, List.of());
  }

  public List<String> stories() {
    return of(STORIES);
  }

  /** Ids of techniques. */
  public List<String> techniques() {
    return of(TECHNIQUES);
  }

  /** All values, in the order of the frameworks. */
  public List<String> all() {
    List<String> all = new ArrayList<>();
    byFramework.values().forEach(all::addAll);
    return all;
  }

  /** As one JSON object. */
  public String json() {
    Map<String, Json> members = new TreeMap<>();
    byFramework.forEach(
        (framework, values) ->
            members.put(
                framework, new Json.Items(values.stream().<Json>map(Json.Text::new).toList())));
    return JsonWriter.write(new Json.Members(members));
  }
}
