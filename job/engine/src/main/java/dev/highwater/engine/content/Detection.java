package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.spl.SplSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A detection, whatever the schema of its file.
 *
 * @param status lower case: {@code production}, {@code experimental}, {@code deprecated}, ...
 * @param type {@code TTP}, {@code Anomaly}, {@code Hunting}, {@code Correlation}, ...
 * @param search as written, macros and all
 * @param dataSources names of data sources
 * @param file path inside the content folder, with {@code /}
 * @param appLabel label of the app that the content belongs to, such as {@code ESCU}
 * @param securityDomain empty if absent; so is {@code assetType}
 * @param findingTitle what notables are called, with {@code $field$} tokens; empty where the
 *     deployment says
 * @param mentions where the file counts on fields of the search's rows
 * @param isEnabled whether the content itself has it run (S-671)
 * @param throttling null where every finding counts
 * @param deployment the detection's own, null where that of its type applies
 */
public record Detection(
    String id,
    String name,
    int version,
    String status,
    String type,
    String description,
    SplSource search,
    List<String> dataSources,
    String file,
    String appLabel,
    List<String> analyticStories,
    List<String> mitreAttackIds,
    String securityDomain,
    String assetType,
    List<String> cve,
    RiskConfiguration risk,
    String findingTitle,
    List<Drilldown> drilldowns,
    List<FieldMention> mentions,
    List<DetectionCase> tests,
    boolean isEnabled,
    @Nullable Throttling throttling,
    @Nullable Deployment deployment) {

  /** The type of a search that keeps a lookup for detections, in the folder of that name. */
  public static final String BASELINE = "Baseline";

  public Detection {
    dataSources = List.copyOf(dataSources);
    analyticStories = List.copyOf(analyticStories);
    mitreAttackIds = List.copyOf(mitreAttackIds);
    cve = List.copyOf(cve);
    drilldowns = List.copyOf(drilldowns);
    mentions = List.copyOf(mentions);
    tests = List.copyOf(tests);
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "Invalid detection in " + file + ": no id or no name (must have both)");
    }
  }

  /** The same with another search. */
  public Detection withSearch(SplSource other) {
    return new Detection(
        id,
        name,
        version,
        status,
        type,
        description,
        other,
        dataSources,
        file,
        appLabel,
        analyticStories,
        mitreAttackIds,
        securityDomain,
        assetType,
        cve,
        risk,
        findingTitle,
        drilldowns,
        mentions,
        tests,
        isEnabled,
        throttling,
        deployment);
  }

  /** {@code ESCU - <name> - Rule} (S-670). */
  public String searchName() {
    return appLabel + " - " + name + " - Rule";
  }

  /** Name of the macro that lets users filter the results: {@code <name>_filter} (S-670). */
  public String filterMacro() {
    return stemFor(name) + "_filter";
  }

  /** What a file is called, without extension, whose content has the name (S-2022). */
  public static String stemFor(String name) {
    return name.replaceAll("[ \\-./]", "_").toLowerCase(Locale.ROOT);
  }

  /** The file's name without folder and extension. */
  public String fileStem() {
    String last = file.substring(file.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }
}
