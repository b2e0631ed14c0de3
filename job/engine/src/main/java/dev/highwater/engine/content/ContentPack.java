package dev.highwater.engine.content;

import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.risk.EntityTable;
import dev.highwater.engine.risk.RiskFactor;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A body of content: all that was read, by name, and what could not be read. Immutable. */
public final class ContentPack implements MacroLibrary {

  private static final String FILTER_DEFINITION = "search *";

  private final List<Detection> detections;
  private final List<Detection> baselines;
  private final Map<String, Deployment> deployments;
  private final Map<String, MacroDefinition> macros;
  private final Map<String, Lookup> lookups;
  private final Map<String, Story> stories;
  private final Map<String, DataSource> dataSources;
  private final Map<String, ContentRiskFactor> riskFactors;
  private final List<Diagnostic> problems;
  private final InstalledApps apps;
  private final Set<String> filterMacros;
  private final DetectionIndex index;

  ContentPack(
      List<Detection> detections,
      List<Detection> baselines,
      Map<String, Deployment> deployments,
      Map<String, MacroDefinition> macros,
      Map<String, Lookup> lookups,
      Map<String, Story> stories,
      Map<String, DataSource> dataSources,
      Map<String, ContentRiskFactor> riskFactors,
      List<Diagnostic> problems,
      InstalledApps apps) {
    this.apps = apps;
    this.detections = List.copyOf(detections);
    this.baselines = List.copyOf(baselines);
    this.deployments = ordered(deployments);
    this.macros = ordered(macros);
    this.lookups = ordered(lookups);
    this.stories = ordered(stories);
    this.dataSources = ordered(dataSources);
    this.riskFactors = ordered(riskFactors);
    this.problems = List.copyOf(problems);
    Set<String> filters = new HashSet<>();
    detections.forEach(detection -> filters.add(detection.filterMacro()));
    this.filterMacros = Set.copyOf(filters);
    this.index = new DetectionIndex(this.detections);
  }

  /** A copy that keeps the order, so that lists made of it are always alike. */
  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The content that comes with the program. */
  public static ContentPack builtIn() {
    return ContentReader.builtIn();
  }

  /** In the order of folders, then of paths. */
  public List<Detection> detections() {
    return detections;
  }

  /** The searches that keep lookups for detections; in the order of folders, then of paths. */
  public List<Detection> baselines() {
    return baselines;
  }

  /** The baselines that a user means, as {@link #find} does for detections. */
  public List<Detection> findBaselines(String text) {
    return new DetectionIndex(baselines).find(text);
  }

  /** What could not be read, and why; in the order of folders, then of paths. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /**
   * The detections that a user means: a name, an id, a file, or a pattern with {@code *} and {@code
   * ?} over those; case is ignored. Empty when there are none.
   */
  public List<Detection> find(String text) {
    return index.find(text);
  }

  /** What to say when {@link #find} gives nothing: the text, and what it may have meant. */
  public String notFound(String text) {
    return index.notFound(text);
  }

  /** The detection's own deployment, else that of its type; null when there is none. */
  public @Nullable Deployment deploymentOf(Detection detection) {
    Deployment own = detection.deployment();
    return own != null ? own : deployments.get(detection.type());
  }

  /** When the detection runs; null when no deployment says so. */
  public @Nullable SearchSchedule scheduleOf(Detection detection, ZoneId zone) {
    Deployment deployment = deploymentOf(detection);
    return deployment == null ? null : deployment.schedule(zone);
  }

  /** Whether the detection's deployment has its findings raise risk (S-672). */
  public boolean raisesRisk(Detection detection) {
    Deployment deployment = deploymentOf(detection);
    return deployment != null && deployment.raisesRisk();
  }

  /** By type. */
  public Map<String, Deployment> deployments() {
    return deployments;
  }

  /** By name. */
  public Map<String, Lookup> lookups() {
    return lookups;
  }

  /**
   * What searches know of the lookups: by name, and by file name where no lookup has that name
   * (S-992).
   */
  public Map<String, LookupDefinition> lookupDefinitions() {
    Map<String, LookupDefinition> definitions = new LinkedHashMap<>();
    for (Lookup lookup : lookups.values()) {
      if (!lookup.fileName().isEmpty()) {
        definitions.putIfAbsent(lookup.fileName(), lookup.definitionOfFile());
      }
    }
    lookups.forEach((name, lookup) -> definitions.put(name, lookup.definition()));
    return Collections.unmodifiableMap(definitions);
  }

  /**
   * The contents of a lookup before the first run, {@code null} when there is none of that name.
   *
   * @param name the name in its definition
   */
  public dev.highwater.engine.plan.@Nullable LookupTable lookupTable(String name)
      throws IOException {
    Lookup lookup = lookups.get(name);
    return lookup == null ? null : lookup.contents();
  }

  /** By name. */
  public Map<String, Story> stories() {
    return stories;
  }

  /** By name. */
  public Map<String, DataSource> dataSources() {
    return dataSources;
  }

  /** By name. */
  public Map<String, ContentRiskFactor> riskFactors() {
    return riskFactors;
  }

  /** The risk factors that are switched on, without assets and identities. */
  public RiskKnowledge riskKnowledge() {
    List<RiskFactor> enabled =
        riskFactors.values().stream()
            .filter(ContentRiskFactor::isEnabled)
            .map(ContentRiskFactor::factor)
            .sorted(Comparator.comparing(RiskFactor::name))
            .toList();
    return new RiskKnowledge(enabled, EntityTable.EMPTY, EntityTable.EMPTY);
  }

  /** A macro; a detection's filter macro that nobody defined lets all rows pass (S-670). */
  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    String signature = argumentCount == 0 ? name : name + "(" + argumentCount + ")";
    MacroDefinition defined = macros.get(signature);
    if (defined != null || argumentCount > 0 || !filterMacros.contains(name)) {
      return defined;
    }
    return new MacroDefinition(
        name, List.of(), SplSources.of("<" + name + ">", FILTER_DEFINITION), false);
  }

  /** All macros that were defined. */
  public Collection<MacroDefinition> macros() {
    return macros.values();
  }

  @Override
  public Set<String> signatures() {
    Set<String> all = new HashSet<>(filterMacros);
    all.addAll(macros.keySet());
    return Collections.unmodifiableSet(all);
  }

  /** This pack with more content laid over it. */
  ContentPack plus(FolderContent more) {
    ContentPackBuilder builder = new ContentPackBuilder();
    builder.add(
        new FolderContent(
            detections,
            baselines,
            List.copyOf(deployments.values()),
            List.of(),
            List.copyOf(lookups.values()),
            List.copyOf(stories.values()),
            List.copyOf(dataSources.values()),
            List.copyOf(riskFactors.values()),
            problems));
    builder.add(more);
    return builder.build(apps).withMacros(List.copyOf(macros.values()));
  }

  /** The apps that the user brings. */
  public InstalledApps apps() {
    return apps;
  }

  /** This pack with apps of the user, whose macros and lookups win. */
  public ContentPack withApps(UserApps user) {
    Map<String, MacroDefinition> allMacros = new LinkedHashMap<>(macros);
    user.macros().forEach(macro -> allMacros.put(macro.signature(), macro));
    Map<String, Lookup> allLookups = new LinkedHashMap<>(lookups);
    allLookups.putAll(user.lookups());
    return new ContentPack(
        detections,
        baselines,
        deployments,
        allMacros,
        allLookups,
        stories,
        dataSources,
        riskFactors,
        problems,
        user.installed());
  }

  /** This pack with macros of the user, which win. */
  public ContentPack withMacros(List<MacroDefinition> overrides) {
    Map<String, MacroDefinition> all = new LinkedHashMap<>(macros);
    overrides.forEach(macro -> all.put(macro.signature(), macro));
    return new ContentPack(
        detections,
        baselines,
        deployments,
        all,
        lookups,
        stories,
        dataSources,
        riskFactors,
        problems,
        apps);
  }

  /**
   * This pack with tables of the user: a file {@code name.csv} is what the lookup with that file or
   * name holds before the first run; a file of no lookup is one itself.
   */
  public ContentPack withLookupFiles(Path directory) throws IOException {
    ContentFolder folder = new DirectoryFolder(directory, false);
    Map<String, Lookup> all = new LinkedHashMap<>(lookups);
    for (String path : folder.csvFiles("")) {
      Lookup own = PartReaders.lookupOfFile(path, folder);
      boolean isNamed = false;
      for (Lookup lookup : lookups.values()) {
        if (own.fileName().equals(lookup.fileName())
            || own.fileName().equals(lookup.name() + ".csv")) {
          all.put(lookup.name(), lookup.withTable(own.table()));
          isNamed = true;
        }
      }
      if (!isNamed) {
        all.put(own.name(), own);
      }
    }
    return new ContentPack(
        detections,
        baselines,
        deployments,
        macros,
        all,
        stories,
        dataSources,
        riskFactors,
        problems,
        apps);
  }
}
