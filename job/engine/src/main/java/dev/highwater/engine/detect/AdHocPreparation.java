package dev.highwater.engine.detect;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.StageCompilation;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles ad-hoc searches with the knowledge of a content pack. */
public final class AdHocPreparation {

  private final ContentPack content;
  private final Knowledge knowledge;
  private final LookupContents lookups;

  /**
   * @param zone of events that name none
   * @param places {@code null} for none
   */
  public AdHocPreparation(ContentPack content, ZoneId zone, @Nullable PlaceDatabase places) {
    this.content = content;
    this.knowledge = Knowledge.of(content, zone).withPlaces(places);
    this.lookups = new LookupContents(content);
  }

  /** As {@link #AdHocPreparation(ContentPack, ZoneId, PlaceDatabase)}, without places. */
  public AdHocPreparation(ContentPack content, ZoneId zone) {
    this(content, zone, null);
  }

  /**
   * A search after compilation.
   *
   * @param plan empty when the search is wrong or refused
   * @param item how a job carries it; empty for a search over rows
   * @param lookups those that it names
   * @param usesPlaces whether it asks where addresses are
   * @param diagnostics warnings, and the reasons why it is refused
   */
  public record Prepared(
      AdHocSearch search,
      Optional<LogicalPlan> plan,
      Optional<DetectionItem> item,
      List<LookupItem> lookups,
      boolean usesPlaces,
      List<Diagnostic> diagnostics) {

    public Prepared {
      lookups = List.copyOf(lookups);
      diagnostics = List.copyOf(diagnostics);
    }

    /** The same for the records of some inputs only, see {@link DetectionItem#inputs}. */
    public Prepared withInputs(Set<String> inputs) {
      return new Prepared(
          search,
          plan,
          item.map(each -> each.withInputs(inputs)),
          lookups,
          usesPlaces,
          diagnostics);
    }

    /** The same with other contents of its lookups. */
    public Prepared withLookups(UnaryOperator<LookupItem> contents) {
      return new Prepared(
          search, plan, item, lookups.stream().map(contents).toList(), usesPlaces, diagnostics);
    }

    /** The same as a baseline: what it writes stays, and its rows are nobody's (S-1140). */
    public Prepared asBaseline() {
      return new Prepared(
          search, plan, item.map(DetectionItem::asBaseline), lookups, usesPlaces, diagnostics);
    }
  }

  /** Compiles a search that reads events or makes its own rows. */
  public Prepared overEvents(AdHocSearch search) {
    UsedKnowledge catalog = new UsedKnowledge(knowledge);
    Compilation compiled = new SearchCompiler(catalog).compile(search.text());
    return prepared(
        search,
        compiled.search().map(done -> done.plan().main()),
        compiled
            .search()
            .map(
                done ->
                    DetectionItem.adHoc(
                        search.id(), search.name(), done.expanded(), search.schedule())),
        catalog,
        compiled.diagnostics());
  }

  /** Compiles a search over rows that are given in place of events (S-1120). */
  public Prepared overRows(AdHocSearch search) {
    UsedKnowledge catalog = new UsedKnowledge(knowledge);
    StageCompilation compiled = new SearchCompiler(catalog).stagesOverRows(search.text());
    List<Diagnostic> diagnostics = new ArrayList<>(compiled.diagnostics());
    if (compiled.canRun() && compiled.stages().isEmpty()) {
      SourceSpan start = new SourceSpan(search.text(), 0, 0);
      diagnostics.add(Diagnostic.error(start, "the search has no command"));
    }
    boolean canRun = diagnostics.stream().allMatch(Diagnostic::isWarning);
    return prepared(
        search,
        canRun ? Optional.of(new LogicalPlan(compiled.stages())) : Optional.empty(),
        Optional.empty(),
        catalog,
        diagnostics);
  }

  private Prepared prepared(
      AdHocSearch search,
      Optional<LogicalPlan> plan,
      Optional<DetectionItem> item,
      UsedKnowledge used,
      List<Diagnostic> found) {
    if (plan.isEmpty()) {
      return new Prepared(search, plan, item, List.of(), used.usesPlaces(), found);
    }
    List<Diagnostic> obstacles = new ArrayList<>();
    List<LookupItem> tables =
        lookups.of(used.usedLookups(), new SourceSpan(search.text(), 0, 0), obstacles);
    List<Diagnostic> diagnostics = new ArrayList<>(found);
    diagnostics.addAll(obstacles);
    return obstacles.isEmpty()
        ? new Prepared(search, plan, item, tables, used.usesPlaces(), diagnostics)
        : new Prepared(
            search, Optional.empty(), Optional.empty(), List.of(), used.usesPlaces(), diagnostics);
  }

  /** What a job needs to run those of the searches over events that are not refused. */
  public ContentRevision revision(List<Prepared> prepared) {
    Map<String, LookupItem> tables = new LinkedHashMap<>();
    List<DetectionItem> items = new ArrayList<>();
    for (Prepared each : prepared) {
      each.item().ifPresent(items::add);
      each.lookups().forEach(lookup -> tables.put(lookup.name(), lookup));
    }
    return ContentRevision.of(items, content.macros(), tables.values(), content.apps());
  }
}
