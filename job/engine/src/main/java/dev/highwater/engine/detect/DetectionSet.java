package dev.highwater.engine.detect;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentLayer;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The detections of the content that runs, compiled, with the knowledge that those of its newest
 * revision were compiled against. Immutable.
 */
public final class DetectionSet {

  private final Knowledge knowledge;
  private final RiskKnowledge riskKnowledge;
  private final Map<String, RunningDetection> byKey = new LinkedHashMap<>();
  private final Map<String, List<RunningDetection>> byId = new HashMap<>();

  private DetectionSet(Knowledge knowledge, RiskKnowledge riskKnowledge) {
    this.knowledge = knowledge;
    this.riskKnowledge = riskKnowledge;
  }

  /**
   * Compiles a revision. Only what compiled before was put into it.
   *
   * @param zone of events that name none
   * @param places {@code null} for none
   * @throws IllegalStateException when a detection does not compile
   */
  public static DetectionSet compile(
      ContentRevision revision, ZoneId zone, @Nullable PlaceDatabase places) {
    return compile(RunningContent.of(revision), zone, places);
  }

  /**
   * Compiles what runs; each layer against its own lookups. See {@link #compile(ContentRevision,
   * ZoneId, PlaceDatabase)}.
   */
  public static DetectionSet compile(
      RunningContent content, ZoneId zone, @Nullable PlaceDatabase places) {
    List<Compiled> all = new ArrayList<>();
    List<Knowledge> known = new ArrayList<>();
    Map<String, SearchPlan> plans = new LinkedHashMap<>();
    for (ContentLayer layer : content.layers()) {
      Knowledge knowledge = Knowledge.of(layer.revision(), zone).withPlaces(places);
      known.add(knowledge);
      SearchCompiler compiler = new SearchCompiler(knowledge);
      for (ContentLayer.Entry entry : layer.entries()) {
        CompiledSearch search = compile(compiler, entry.item());
        all.add(new Compiled(entry, search, knowledge));
        if (!entry.item().isAdHoc()) { // what it writes ends with its run
          plans.put(entry.key(), search.plan());
        }
      }
    }
    DetectionSet set = new DetectionSet(known.get(0), content.newest().revision().riskKnowledge());
    LookupGroups groups = new LookupGroups(plans);
    for (Compiled each : all) {
      set.add(each.running(groups.scopeOf(each.entry().key())));
    }
    return set;
  }

  private record Compiled(ContentLayer.Entry entry, CompiledSearch search, Knowledge knowledge) {

    private RunningDetection running(String scope) {
      SearchPass pass =
          entry.item().isAdHoc() ? SearchPass.EVENTS : SearchPass.of(search.plan(), knowledge);
      return RunningDetection.of(entry, scope, pass, search, knowledge::lookupTable);
    }
  }

  private void add(RunningDetection detection) {
    byKey.put(detection.key(), detection);
    byId.computeIfAbsent(detection.id(), id -> new ArrayList<>()).add(detection);
  }

  /** As {@link #compile(ContentRevision, ZoneId, PlaceDatabase)}, without places. */
  public static DetectionSet compile(ContentRevision revision, ZoneId zone) {
    return compile(revision, zone, null);
  }

  private static CompiledSearch compile(SearchCompiler compiler, DetectionItem item) {
    Compilation compiled = compiler.compile(SplSources.of("<" + item.name() + ">", item.search()));
    return compiled
        .search()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot compile " + item.name() + ": " + compiled.diagnostics()));
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** What risk weighs. */
  public RiskKnowledge riskKnowledge() {
    return riskKnowledge;
  }

  /** All of them, in the order of the revision. */
  public List<RunningDetection> detections() {
    return new ArrayList<>(byKey.values());
  }

  /** Those that run in a pass, in the order of the revision. */
  public List<RunningDetection> detections(SearchPass pass) {
    return byKey.values().stream().filter(each -> each.pass() == pass).toList();
  }

  /**
   * The detection of that key, which is its id but for texts that came while the job ran.
   *
   * @throws IllegalArgumentException when there is none
   */
  public RunningDetection detection(String key) {
    RunningDetection detection = byKey.get(key);
    if (detection == null) {
      throw new IllegalArgumentException("Unknown detection: " + key + " (not in this revision)");
    }
    return detection;
  }

  /** Whether there is a detection of that key. */
  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /**
   * The detection that a finding is of; where the text that found it is no longer known, the newest
   * one of its id.
   *
   * @throws IllegalArgumentException when there is none of its id
   */
  public RunningDetection detectionOf(Finding finding) {
    List<RunningDetection> texts = byId.getOrDefault(finding.detectionId(), List.of());
    for (RunningDetection each : texts) {
      if (each.contentRevision().equals(finding.provenance().contentRevision())) {
        return each;
      }
    }
    return texts.isEmpty() ? detection(finding.detectionId()) : texts.get(0);
  }
}
