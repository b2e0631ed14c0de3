package dev.highwater.engine.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The techniques and tactics of MITRE ATT&amp;CK for Enterprise. Immutable. */
public final class AttackCatalog {

  private final Map<String, String> tacticIds = new HashMap<>();
  private final Map<String, Technique> techniques = new HashMap<>();

  private record Technique(String name, List<String> tactics) {}

  private AttackCatalog() {}

  /** The catalog that comes with the program; reads it anew each time. */
  public static AttackCatalog builtIn() {
    AttackCatalog catalog = new AttackCatalog();
    lines("/attack/tactics.tsv").forEach(cells -> catalog.tacticIds.put(cells[1], cells[0]));
    lines("/attack/techniques.tsv")
        .forEach(
            cells ->
                catalog.techniques.put(
                    cells[0], new Technique(cells[1], List.of(cells[2].split(",", -1)))));
    return catalog;
  }

  private static Stream<String[]> lines(String resource) {
    try (InputStream in = AttackCatalog.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  /** What is known of techniques such as {@code T1053.006}. */
  public AttackLabels labelsOf(List<String> techniqueIds) {
    List<String> names = new ArrayList<>();
    Set<String> tactics = new LinkedHashSet<>();
    for (String id : techniqueIds) {
      Technique technique = techniques.get(id);
      if (technique != null) {
        names.add(technique.name());
        tactics.addAll(technique.tactics());
      }
    }
    List<String> ids =
        tactics.stream().map(tactic -> Objects.requireNonNull(tacticIds.get(tactic))).toList();
    return new AttackLabels(names, List.copyOf(tactics), ids);
  }
}
