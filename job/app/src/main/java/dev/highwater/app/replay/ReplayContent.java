package dev.highwater.app.replay;

import dev.highwater.app.catalog.Apps;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.catalog.Places;
import dev.highwater.app.catalog.RiskLoading;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.flink.JobContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The detections of a replay, and the baselines whose lookups they read.
 *
 * @param prepared those that run and those that are refused
 * @param places where addresses are, null when nobody knows
 * @param knowledge what weighs on risk
 */
public record ReplayContent(
    ContentPack pack,
    DetectionPreparation preparation,
    List<Prepared> prepared,
    @Nullable PlaceDatabase places,
    RiskKnowledge knowledge) {

  /** Reads and compiles; empty when the replay cannot go on, which has been printed. */
  static Optional<ReplayContent> load(ReplayOptions options, List<InputFile> files, PrintWriter err)
      throws IOException {
    Optional<LoadedContent> loaded =
        ContentLoading.load(options.content(), options.detections(), err)
            .map(content -> RiskLoading.withRules(content, options.risk()));
    return loaded.isEmpty()
        ? Optional.empty()
        : of(loaded.get(), options.risk(), options.content().zone(), schedule(options, files), err);
  }

  /** Compiles, with what weighs on risk; empty when that cannot be, which has been printed. */
  public static Optional<ReplayContent> of(
      LoadedContent loaded,
      RiskOptions risk,
      ZoneId zone,
      UnaryOperator<ScheduleItem> schedule,
      PrintWriter err) {
    Optional<RiskKnowledge> knowledge = RiskLoading.load(loaded.pack(), risk, err);
    return knowledge.isEmpty()
        ? Optional.empty()
        : of(loaded, zone, schedule, err).map(content -> content.with(knowledge.get()));
  }

  /**
   * Compiles; empty when a detection that was named is refused, which has been printed.
   *
   * @param schedule what becomes of each detection's schedule
   */
  public static Optional<ReplayContent> of(
      LoadedContent loaded, ZoneId zone, UnaryOperator<ScheduleItem> schedule, PrintWriter err) {
    DetectionPreparation preparation =
        new DetectionPreparation(loaded.pack(), zone, loaded.places(), loaded.overrides());
    List<Prepared> prepared = new ArrayList<>();
    prepared.addAll(preparation.prepare(loaded.selected(), schedule));
    if (loaded.isNamed() && prepared.stream().anyMatch(Prepared::isRefused)) {
      prepared.stream()
          .filter(Prepared::isRefused)
          .flatMap(each -> each.diagnostics().stream())
          .forEach(diagnostic -> err.println(diagnostic.render()));
      return Optional.empty();
    }
    prepared.addAll(preparation.baselinesOf(List.copyOf(prepared), schedule));
    return Optional.of(
        new ReplayContent(
            loaded.pack(), preparation, prepared, loaded.places(), loaded.pack().riskKnowledge()));
  }

  /** The runs from one time to another; all where both are null. */
  public static UnaryOperator<ScheduleItem> between(@Nullable Instant from, @Nullable Instant to) {
    if (from == null && to == null) {
      return UnaryOperator.identity();
    }
    long first = millis(from, Long.MIN_VALUE);
    long last = millis(to, Long.MAX_VALUE);
    return item -> item.between(first, last);
  }

  private static UnaryOperator<ScheduleItem> schedule(ReplayOptions options, List<InputFile> files)
      throws IOException {
    if (options.allTime()) {
      Instant now = options.content().now();
      long scheduled =
          now != null
              ? now.toEpochMilli()
              : InputTimes.nextSecond(files, Apps.forReading(options.content())).orElse(0);
      return item -> ScheduleItem.allTime(scheduled, options.content().zone());
    }
    return between(options.from(), options.to());
  }

  private static long millis(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : time.toEpochMilli();
  }

  private ReplayContent with(RiskKnowledge other) {
    return new ReplayContent(pack, preparation, prepared, places, other);
  }

  /** What the job is to run. */
  public ContentRevision revision() {
    return preparation.revision(prepared).with(knowledge);
  }

  /** The detections that run, compiled, in this process. */
  public DetectionSet detections(ZoneId zone) {
    return DetectionSet.compile(revision(), zone, places);
  }

  /**
   * What the job carries: the revision, and the database of places where a search that runs asks
   * for it.
   *
   * @throws IOException when the file of the database is gone
   */
  public JobContent shipped(ContentRevision revision, ContentOptions options) throws IOException {
    return Places.shipped(
        revision,
        options,
        prepared.stream().anyMatch(each -> !each.isRefused() && each.usesPlaces()));
  }

  public List<Prepared> refused() {
    return prepared.stream().filter(Prepared::isRefused).toList();
  }
}
