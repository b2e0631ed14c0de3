package dev.highwater.engine.detect;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionActions;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.content.SearchOverrides;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.StoredForm;
import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles the detections of a content pack: what can run, and why the rest cannot. */
public final class DetectionPreparation {

  private final ContentPack content;
  private final Knowledge knowledge;
  private final LookupContents lookups;
  private final ZoneId zone;
  private final AttackCatalog attack = AttackCatalog.builtIn();
  private final SearchOverrides overrides;

  /**
   * @param zone of schedules and of events that name none
   * @param places {@code null} for none
   */
  public DetectionPreparation(ContentPack content, ZoneId zone, @Nullable PlaceDatabase places) {
    this(content, zone, places, SearchOverrides.NONE);
  }

  /**
   * @param overrides what a local file says of the schedules
   */
  public DetectionPreparation(
      ContentPack content, ZoneId zone, @Nullable PlaceDatabase places, SearchOverrides overrides) {
    this.overrides = overrides;
    this.content = content;
    this.knowledge = Knowledge.of(content, zone).withPlaces(places);
    this.lookups = new LookupContents(content);
    this.zone = zone;
  }

  /** As {@link #DetectionPreparation(ContentPack, ZoneId, PlaceDatabase)}, without places. */
  public DetectionPreparation(ContentPack content, ZoneId zone) {
    this(content, zone, null);
  }

  /**
   * A detection after compilation.
   *
   * @param item empty when it is refused
   * @param compiled empty when its search does not compile
   * @param lookups those that its search names
   * @param usesPlaces whether its search asks where addresses are
   * @param diagnostics warnings, and the reasons why it is refused
   */
  public record Prepared(
      Detection detection,
      Optional<DetectionItem> item,
      Optional<CompiledSearch> compiled,
      List<LookupItem> lookups,
      boolean usesPlaces,
      List<Diagnostic> diagnostics) {

    public boolean isRefused() {
      return item.isEmpty();
    }

    /** The same under another id, for the records of some inputs only. */
    public Prepared as(String id, Set<String> inputs) {
      return new Prepared(
          detection,
          item.map(each -> each.as(id, inputs)),
          compiled,
          lookups,
          usesPlaces,
          diagnostics);
    }

    /** The same with other contents of its lookups. */
    public Prepared withLookups(UnaryOperator<LookupItem> contents) {
      return new Prepared(
          detection,
          item,
          compiled,
          lookups.stream().map(contents).toList(),
          usesPlaces,
          diagnostics);
    }

    private Set<String> readLookups() {
      return compiled.map(search -> search.plan().main().readLookups()).orElse(Set.of());
    }

    private Set<String> writtenLookups() {
      return compiled.map(search -> search.plan().main().writtenLookups()).orElse(Set.of());
    }
  }

  /**
   * Compiles all of them; a bad one does not stop the others.
   *
   * @param schedule what becomes of the deployment's schedule, such as its bounds
   */
  public List<Prepared> prepare(List<Detection> detections, UnaryOperator<ScheduleItem> schedule) {
    List<Prepared> prepared = new ArrayList<>();
    for (Detection detection : detections) {
      prepared.add(prepare(detection, schedule));
    }
    return prepared;
  }

  /**
   * The baselines that keep the lookups which the given searches read, and those that keep what
   * these baselines read (S-1140).
   */
  public List<Prepared> baselinesOf(List<Prepared> searches, UnaryOperator<ScheduleItem> schedule) {
    Set<String> read = new TreeSet<>();
    searches.forEach(search -> read.addAll(search.readLookups()));
    if (read.isEmpty()) {
      return List.of();
    }
    List<Prepared> candidates = prepare(content.baselines(), schedule);
    Set<Prepared> chosen = new LinkedHashSet<>();
    int before;
    do {
      before = chosen.size();
      for (Prepared baseline : candidates) {
        if (!Collections.disjoint(baseline.writtenLookups(), read) && chosen.add(baseline)) {
          read.addAll(baseline.readLookups());
        }
      }
    } while (chosen.size() > before);
    return List.copyOf(chosen);
  }

  private Prepared prepare(Detection detection, UnaryOperator<ScheduleItem> schedule) {
    UsedKnowledge catalog = new UsedKnowledge(knowledge);
    Compilation compiled = new SearchCompiler(catalog).compile(detection.search());
    Optional<CompiledSearch> search = compiled.search();
    List<Diagnostic> diagnostics = new ArrayList<>(compiled.diagnostics());
    List<Diagnostic> obstacles = new ArrayList<>();
    SourceSpan start = new SourceSpan(detection.search(), 0, 0);
    search.ifPresent(compiledSearch -> addLookupsOfDatasets(compiledSearch, catalog));
    List<LookupItem> tables =
        search.isEmpty() ? List.of() : lookups.of(catalog.usedLookups(), start, obstacles);
    Deployment deployment = content.deploymentOf(detection);
    if (deployment == null) {
      obstacles.add(
          Diagnostic.error(
              start, "no deployment says when detections of type '" + detection.type() + "' run"));
    }
    Optional<DetectionItem> item =
        search.isEmpty() || deployment == null
            ? Optional.empty()
            : Optional.of(item(detection, search.get(), deployment, schedule));
    search.ifPresent(each -> checkPasses(each, start, obstacles));
    item.ifPresent(each -> checkRowsEnd(each.schedule(), search.orElseThrow(), start, obstacles));
    diagnostics.addAll(obstacles);
    item = obstacles.isEmpty() ? item : Optional.empty();
    return new Prepared(detection, item, search, tables, catalog.usesPlaces(), diagnostics);
  }

  private void checkPasses(CompiledSearch search, SourceSpan start, List<Diagnostic> obstacles) {
    if (SearchPass.ofScans(search.plan(), knowledge).size() > 1) {
      obstacles.add(
          Diagnostic.unsupported(
              start, "one search over risk events and over other events is not supported"));
    }
  }

  /** Aggregates of all time are one aggregate; rows of all time would be kept for good. */
  private static void checkRowsEnd(
      ScheduleItem schedule, CompiledSearch search, SourceSpan start, List<Diagnostic> obstacles) {
    for (ScanPlan scan : search.plan().scans()) {
      if (scan.form() instanceof StoredForm.Rows
          && RunningDetection.scheduleOf(scan.scan(), schedule.schedule()).isEndless()) {
        obstacles.add(
            Diagnostic.error(
                start,
                "every run searches all events since "
                    + schedule.earliest()
                    + " and needs them as they are, so that none could ever be let go; bound its"
                    + " earliest time, or aggregate first"));
        return;
      }
    }
  }

  /** The calculations of a dataset look into lookups that the search does not name. */
  private void addLookupsOfDatasets(CompiledSearch search, UsedKnowledge catalog) {
    knowledge.lookupsOfDatasets(search.plan()).forEach(catalog::lookup);
  }

  private DetectionItem item(
      Detection detection,
      CompiledSearch search,
      Deployment deployment,
      UnaryOperator<ScheduleItem> schedule) {
    return new DetectionItem(
        detection.id(),
        detection.name(),
        detection.version(),
        detection.type(),
        search.expanded(),
        schedule.apply(
            overrides.applied(
                detection, ScheduleItem.of(deployment, zone).throttledBy(detection.throttling()))),
        DetectionActions.of(detection, deployment, attack));
  }

  /** What a job needs to run those that are not refused. */
  public ContentRevision revision(List<Prepared> prepared) {
    Map<String, LookupItem> tables = new LinkedHashMap<>();
    List<DetectionItem> items = new ArrayList<>();
    for (Prepared each : prepared) {
      each.item().ifPresent(items::add);
      if (!each.isRefused()) {
        each.lookups().forEach(lookup -> tables.put(lookup.name(), lookup));
      }
    }
    return ContentRevision.of(items, content.macros(), tables.values(), content.apps())
        .with(content.riskKnowledge());
  }
}
