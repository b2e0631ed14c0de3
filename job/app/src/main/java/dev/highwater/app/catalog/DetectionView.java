package dev.highwater.app.catalog;

import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.MacroExpander;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.DataSource;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A detection with what the rest of the content says of it. */
final class DetectionView {
  private final Prepared prepared;
  private final ContentPack content;
  private final ZoneId zone;
  private final @Nullable Instant now;
  private final Optional<String> expanded;

  /**
   * @param now the time after which the next run is, or null when nobody asks
   */
  DetectionView(Prepared prepared, ContentPack content, ZoneId zone, @Nullable Instant now) {
    this.prepared = prepared;
    this.content = content;
    this.zone = zone;
    this.now = now;
    this.expanded = prepared.compiled().map(CompiledSearch::expanded).or(this::expand);
  }

  /** A search that does not compile may still have all its macros. */
  private Optional<String> expand() {
    try {
      return Optional.of(new MacroExpander(content).expand(detection().search()).text());
    } catch (SplException fault) {
      // The diagnostics say so too.
      return Optional.empty();
    }
  }

  Detection detection() {
    return prepared.detection();
  }

  Verdict verdict() {
    return Verdict.of(prepared);
  }

  List<Diagnostic> diagnostics() {
    return prepared.diagnostics();
  }

  Optional<CompiledSearch> compiled() {
    return prepared.compiled();
  }

  /** Whether {@link #search} has its macros expanded, which some searches cannot have. */
  boolean isExpanded() {
    return expanded.isPresent();
  }

  String search() {
    return expanded.orElseGet(() -> detection().search().text());
  }

  @Nullable Deployment deployment() {
    return content.deploymentOf(detection());
  }

  ZoneId zone() {
    return zone;
  }

  /** The schedule as text; empty when no deployment says when it runs. */
  String schedule() {
    SearchSchedule schedule = content.scheduleOf(detection(), zone);
    return schedule == null ? "" : schedule.toString();
  }

  /** The first run after {@code now}. */
  Optional<SearchWindow> nextRun() {
    SearchSchedule schedule = content.scheduleOf(detection(), zone);
    return now == null || schedule == null
        ? Optional.empty()
        : Optional.of(schedule.windowAt(schedule.nextScheduledAfter(now.toEpochMilli())));
  }

  /** A data source of the detection; null when the content does not describe it. */
  @Nullable DataSource source(String name) {
    return content.dataSources().get(name);
  }

  /** A data source by name, and where the content knows it with source and sourcetype. */
  String describeSource(String name) {
    DataSource source = source(name);
    return source == null
        ? name
        : name + ": source=" + source.source() + " sourcetype=" + source.sourcetype();
  }
}
