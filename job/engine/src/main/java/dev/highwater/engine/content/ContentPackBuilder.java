package dev.highwater.engine.content;

import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lays the content of folders over one another. */
final class ContentPackBuilder {

  /** The rule that ids and names are used once. */
  private static final String UNIQUE = "S-2021";

  private final Map<String, Detection> detections = new LinkedHashMap<>();
  private final Map<String, Detection> baselines = new LinkedHashMap<>();
  private final Map<String, Deployment> deployments = new LinkedHashMap<>();
  private final Map<String, MacroDefinition> macros = new LinkedHashMap<>();
  private final Map<String, Lookup> lookups = new LinkedHashMap<>();
  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final Map<String, DataSource> dataSources = new LinkedHashMap<>();
  private final Map<String, ContentRiskFactor> riskFactors = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** Adds a folder, whose content takes the place of content with the same id or name. */
  void add(FolderContent content) {
    problems.addAll(content.problems());
    addSearches(content.detections(), detections, "detection");
    addSearches(content.baselines(), baselines, "baseline");
    addMacros(content.macros());
    addDeployments(content.deployments());
    put(content.lookups(), lookups, Lookup::name);
    put(content.stories(), stories, Story::name);
    put(content.dataSources(), dataSources, DataSource::name);
    put(content.riskFactors(), riskFactors, each -> each.factor().name());
  }

  ContentPack build() {
    return build(InstalledApps.NONE);
  }

  ContentPack build(InstalledApps apps) {
    return new ContentPack(
        List.copyOf(detections.values()),
        List.copyOf(baselines.values()),
        deployments,
        macros,
        lookups,
        stories,
        dataSources,
        riskFactors,
        problems,
        apps);
  }

  private void addSearches(List<Detection> added, Map<String, Detection> all, String kind) {
    Map<String, Detection> byId = new LinkedHashMap<>();
    Map<String, Detection> byName = new HashMap<>();
    for (Detection detection : added) {
      Detection sameId = byId.get(detection.id());
      Detection sameName = byName.get(detection.name());
      if (sameId != null) {
        refuse(detection, "has the id of '" + sameId.name() + "' in " + sameId.file());
      } else if (sameName != null) {
        refuse(detection, "has the name of the " + kind + " in " + sameName.file());
      } else {
        byId.put(detection.id(), detection);
        byName.put(detection.name(), detection);
      }
    }
    all.values().removeIf(earlier -> byName.containsKey(earlier.name()));
    byId.forEach(
        (id, detection) -> {
          all.remove(id);
          all.put(id, detection);
        });
  }

  private void addMacros(List<ContentMacro> added) {
    Map<String, ContentMacro> bySignature = new LinkedHashMap<>();
    for (ContentMacro macro : added) {
      MacroDefinition definition = macro.definition();
      ContentMacro first = bySignature.putIfAbsent(definition.signature(), macro);
      if (first != null) {
        String why = "has the name of the macro `" + definition.signature() + "` in ";
        problems.add(
            Diagnostic.error(new SourceSpan(definition.definition(), 0, 0), why + first.file())
                .withRule(UNIQUE));
      }
    }
    bySignature.forEach((signature, macro) -> macros.put(signature, macro.definition()));
  }

  private void addDeployments(List<Deployment> added) {
    Map<String, Deployment> byType = new LinkedHashMap<>();
    for (Deployment deployment : added) {
      Deployment first = byType.putIfAbsent(deployment.type(), deployment);
      if (first != null) {
        SplSource place = SplSources.of(deployment.file(), "");
        String why = "has the type '" + deployment.type() + "' as " + first.file() + " has";
        problems.add(Diagnostic.error(new SourceSpan(place, 0, 0), why));
      }
    }
    deployments.putAll(byType);
  }

  private void refuse(Detection detection, String why) {
    problems.add(Diagnostic.error(new SourceSpan(detection.search(), 0, 0), why).withRule(UNIQUE));
  }

  private static <T> void put(List<T> added, Map<String, T> all, Function<T, String> key) {
    added.forEach(item -> all.put(key.apply(item), item));
  }
}
