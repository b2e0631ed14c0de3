package dev.highwater.engine.detect;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The detections of a content revision, compiled, with the knowledge that they were compiled
 * against. Immutable.
 */
public final class DetectionSet {

  private final Knowledge knowledge;
  private final RiskKnowledge riskKnowledge;
  private final Map<String, RunningDetection> byId = new LinkedHashMap<>();

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
    Knowledge knowledge = Knowledge.of(revision, zone).withPlaces(places);
    SearchCompiler compiler = new SearchCompiler(knowledge);
    DetectionSet set = new DetectionSet(knowledge, revision.riskKnowledge());
    Map<String, CompiledSearch> searches = new LinkedHashMap<>();
    Map<String, SearchPlan> plans = new LinkedHashMap<>();
    for (DetectionItem item : revision.detections()) {
      CompiledSearch search = compile(compiler, item);
      searches.put(item.id(), search);
      if (!item.isAdHoc()) { // what it writes ends with its run
        plans.put(item.id(), search.plan());
      }
    }
    String revisionId = ContentRevisionCodec.id(revision);
    LookupGroups groups = new LookupGroups(plans);
    for (DetectionItem item : revision.detections()) {
      CompiledSearch search = Objects.requireNonNull(searches.get(item.id()));
      set.byId.put(
          item.id(),
          RunningDetection.of(
              item,
              groups.scopeOf(item.id()),
              item.isAdHoc() ? SearchPass.EVENTS : SearchPass.of(search.plan(), knowledge),
              search,
              knowledge::lookupTable,
              revisionId));
    }
    return set;
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
    return new ArrayList<>(byId.values());
  }

  /** Those that run in a pass, in the order of the revision. */
  public List<RunningDetection> detections(SearchPass pass) {
    return byId.values().stream().filter(each -> each.pass() == pass).toList();
  }

  /**
   * The detection of that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public RunningDetection detection(String id) {
    RunningDetection detection = byId.get(id);
    if (detection == null) {
      throw new IllegalArgumentException("Unknown detection: " + id + " (not in this revision)");
    }
    return detection;
  }
}
