package dev.highwater.engine.content;

import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.risk.RiskKnowledge;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a job runs: the detections, the macros that data models name, the lookups that the
 * detections name, the apps of the user, and what risk weighs. See {@link ContentRevisionCodec} for
 * how it travels.
 */
public record ContentRevision(
    List<DetectionItem> detections,
    List<MacroItem> macros,
    List<LookupItem> lookups,
    InstalledApps apps,
    RiskKnowledge riskKnowledge) {

  public ContentRevision {
    detections = List.copyOf(detections);
    macros = List.copyOf(macros);
    lookups = List.copyOf(lookups);
  }

  /** A revision without apps of the user. */
  public static ContentRevision of(
      List<DetectionItem> detections,
      Collection<MacroDefinition> macros,
      Collection<LookupItem> lookups) {
    return of(detections, macros, lookups, InstalledApps.NONE);
  }

  public static ContentRevision of(
      List<DetectionItem> detections,
      Collection<MacroDefinition> macros,
      Collection<LookupItem> lookups,
      InstalledApps apps) {
    return new ContentRevision(
        detections,
        macros.stream().map(MacroItem::of).toList(),
        List.copyOf(lookups),
        apps,
        RiskKnowledge.NONE);
  }

  /** The same with knowledge of what risk weighs. */
  public ContentRevision with(RiskKnowledge knowledge) {
    return new ContentRevision(detections, macros, lookups, apps, knowledge);
  }

  /** The same with other detections. */
  public ContentRevision withDetections(List<DetectionItem> others) {
    return new ContentRevision(others, macros, lookups, apps, riskKnowledge);
  }

  /**
   * The macro of a signature, {@code null} when there is none.
   *
   * @param signature its name, with the number of its arguments in parentheses if it has any
   */
  public @Nullable MacroItem macro(String signature) {
    return macros.stream()
        .filter(each -> each.definitionOf().signature().equals(signature))
        .findFirst()
        .orElse(null);
  }

  /** The macros, to be looked up. */
  public MacroLibrary macroLibrary() {
    Map<String, MacroDefinition> bySignature =
        macros.stream()
            .map(MacroItem::definitionOf)
            .collect(Collectors.toMap(MacroDefinition::signature, Function.identity()));
    return new MacroLibrary() {
      @Override
      public @Nullable MacroDefinition macro(String name, int argumentCount) {
        return bySignature.get(argumentCount == 0 ? name : name + "(" + argumentCount + ")");
      }

      @Override
      public Set<String> signatures() {
        return bySignature.keySet();
      }
    };
  }
}
