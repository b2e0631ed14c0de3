package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A detection's file, read by its schema.
 *
 * @param grouped the {@code tags} where there are some, else the root
 */
record DetectionKeys(ContentSchema schema, YamlMapping root, YamlMapping grouped) {

  private static final Set<String> RAISING = Set.of("TTP", "Anomaly");

  static DetectionKeys of(ContentFile file) {
    return new DetectionKeys(ContentSchema.of(file.root()), file.root(), file.grouped());
  }

  boolean isProduction() {
    return root.textOr("status", "production").equals("production");
  }

  String type() {
    return root.textOr("type", "");
  }

  /** Whether risk is what it is for. */
  boolean raisesRisk() {
    return RAISING.contains(type());
  }

  /** The objects that it raises risk for, in 2024 the observables that are victims. */
  List<YamlMapping> riskObjects() {
    return switch (schema) {
      case OF_2024 ->
          grouped.mappings("observable").stream()
              .filter(each -> each.texts("role").contains("Victim"))
              .toList();
      case OF_2025 -> mappings(root.mapping("rba"), "risk_objects");
      case OF_2026 -> entities();
    };
  }

  private List<YamlMapping> entities() {
    List<YamlMapping> all =
        new ArrayList<>(mappings(root.mapping("intermediate_findings"), "entities"));
    YamlMapping finding = root.mapping("finding");
    YamlMapping entity = finding == null ? null : finding.mapping("entity");
    if (entity != null) {
      all.add(entity);
    }
    return all;
  }

  /** What it names as threats; in 2024 the observables say so by their role. */
  List<YamlMapping> threatObjects() {
    return switch (schema) {
      case OF_2024 -> List.of();
      case OF_2025 -> mappings(root.mapping("rba"), "threat_objects");
      case OF_2026 -> root.mappings("threat_objects");
    };
  }

  /** The key under which the schema has risk. */
  String riskKey() {
    return switch (schema) {
      case OF_2024 -> "observable";
      case OF_2025 -> "rba";
      case OF_2026 -> root.has("finding") ? "finding" : "intermediate_findings";
    };
  }

  private static List<YamlMapping> mappings(@Nullable YamlMapping holder, String key) {
    return holder == null ? List.of() : holder.mappings(key);
  }
}
