package dev.highwater.engine.detect;

import dev.highwater.engine.plan.SearchPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which searches share a lookup that one of them writes. Their runs follow one another, and what
 * they have stored lies in one place: the group. A lookup that nobody writes joins nobody.
 */
final class LookupGroups {

  private final Map<String, String> names = new HashMap<>();

  /**
   * @param plans by the key of the detection
   */
  LookupGroups(Map<String, SearchPlan> plans) {
    Set<String> written = new TreeSet<>();
    plans.values().forEach(plan -> written.addAll(plan.main().writtenLookups()));
    List<Set<String>> connected = new ArrayList<>();
    Map<String, Set<String>> shared = new HashMap<>();
    plans.forEach(
        (id, plan) -> {
          Set<String> lookups = new TreeSet<>(plan.main().lookups());
          lookups.retainAll(written);
          if (!lookups.isEmpty()) {
            shared.put(id, lookups);
            connect(lookups, connected);
          }
        });
    shared.forEach((id, lookups) -> names.put(id, name(lookups, connected)));
  }

  private static void connect(Set<String> lookups, List<Set<String>> connected) {
    Set<String> all = new TreeSet<>(lookups);
    List<Set<String>> joined =
        connected.stream().filter(each -> !Collections.disjoint(each, lookups)).toList();
    joined.forEach(all::addAll);
    connected.removeAll(joined);
    connected.add(all);
  }

  private static String name(Set<String> lookups, List<Set<String>> connected) {
    for (Set<String> each : connected) {
      if (each.containsAll(lookups)) {
        return "lookup " + each.iterator().next();
      }
    }
    throw new IllegalStateException("no group for " + lookups);
  }

  /** The name of the detection's group; its own key when it shares no lookup that is written. */
  String scopeOf(String detection) {
    return names.getOrDefault(detection, detection);
  }
}
