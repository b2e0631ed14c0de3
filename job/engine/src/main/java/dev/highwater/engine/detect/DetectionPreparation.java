package dev.highwater.engine.detect;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compiles the detections of a content pack: what can run, and why the rest cannot. */
public final class DetectionPreparation {

  private final ContentPack content;
  private final SearchCompiler compiler;
  private final ZoneId zone;

  /**
   * @param zone of schedules and of events that name none
   */
  public DetectionPreparation(ContentPack content, ZoneId zone) {
    this.content = content;
    this.compiler =
        new SearchCompiler(Knowledge.builtIn(content, content.lookupDefinitions(), zone));
    this.zone = zone;
  }

  /**
   * A detection after compilation.
   *
   * @param item empty when it is refused
   * @param compiled empty when its search does not compile
   * @param diagnostics warnings, and the reasons why it is refused
   */
  public record Prepared(
      Detection detection,
      Optional<DetectionItem> item,
      Optional<CompiledSearch> compiled,
      List<Diagnostic> diagnostics) {

    public boolean isRefused() {
      return item.isEmpty();
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

  private Prepared prepare(Detection detection, UnaryOperator<ScheduleItem> schedule) {
    Compilation compiled = compiler.compile(detection.search());
    List<Diagnostic> diagnostics = new ArrayList<>(compiled.diagnostics());
    Deployment deployment = content.deploymentOf(detection);
    if (deployment == null) {
      diagnostics.add(
          Diagnostic.error(
              new SourceSpan(detection.search(), 0, 0),
              "no deployment says when detections of type '" + detection.type() + "' run"));
      return new Prepared(detection, Optional.empty(), compiled.search(), diagnostics);
    }
    if (usesLookups(compiled)) {
      diagnostics.add(
          Diagnostic.unsupported(
              new SourceSpan(detection.search(), 0, 0),
              "lookups are not supported in scheduled searches yet"));
      return new Prepared(detection, Optional.empty(), compiled.search(), diagnostics);
    }
    Optional<DetectionItem> item =
        compiled
            .search()
            .map(
                search ->
                    item(
                        detection,
                        search,
                        schedule.apply(ScheduleItem.of(deployment, zone)),
                        deployment.raisesRisk()));
    return new Prepared(detection, item, compiled.search(), diagnostics);
  }

  private static boolean usesLookups(Compilation compiled) {
    return compiled.search().stream().anyMatch(search -> !search.plan().main().lookups().isEmpty());
  }

  private static DetectionItem item(
      Detection detection, CompiledSearch search, ScheduleItem schedule, boolean raisesRisk) {
    return new DetectionItem(
        detection.id(),
        detection.name(),
        detection.version(),
        detection.type(),
        search.expanded(),
        schedule,
        detection.searchName(),
        raisesRisk,
        detection.risk(),
        detection.analyticStories(),
        detection.mitreAttackIds());
  }
}
