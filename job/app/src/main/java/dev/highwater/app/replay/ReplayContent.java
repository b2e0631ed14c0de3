package dev.highwater.app.replay;

import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.catalog.Places;
import dev.highwater.app.catalog.RiskLoading;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.flink.JobContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The detections of a replay, and the baselines whose lookups they read.
 *
 * @param prepared those that run and those that are refused
 * @param knowledge what weighs on risk
 */
record ReplayContent(
    ContentPack pack,
    DetectionPreparation preparation,
    List<Prepared> prepared,
    RiskKnowledge knowledge) {

  /** Reads and compiles; empty when the replay cannot go on, which has been printed. */
  static Optional<ReplayContent> load(ReplayOptions options, List<InputFile> files, PrintWriter err)
      throws IOException {
    Optional<LoadedContent> loaded =
        ContentLoading.load(options.content(), options.detections(), err)
            .map(content -> RiskLoading.withRules(content, options.risk()));
    if (loaded.isEmpty()) {
      return Optional.empty();
    }
    ContentPack pack = loaded.get().pack();
    Optional<RiskKnowledge> knowledge = RiskLoading.load(pack, options.risk(), err);
    if (knowledge.isEmpty()) {
      return Optional.empty();
    }
    DetectionPreparation preparation =
        new DetectionPreparation(pack, options.content().zone(), loaded.get().places());
    UnaryOperator<ScheduleItem> schedule = schedule(options, files);
    List<Prepared> prepared = new ArrayList<>();
    prepared.addAll(preparation.prepare(loaded.get().selected(), schedule));
    if (loaded.get().isNamed() && prepared.stream().anyMatch(Prepared::isRefused)) {
      prepared.stream()
          .filter(Prepared::isRefused)
          .flatMap(each -> each.diagnostics().stream())
          .forEach(diagnostic -> err.println(diagnostic.render()));
      return Optional.empty();
    }
    prepared.addAll(preparation.baselinesOf(List.copyOf(prepared), schedule));
    return Optional.of(new ReplayContent(pack, preparation, prepared, knowledge.get()));
  }

  private static UnaryOperator<ScheduleItem> schedule(ReplayOptions options, List<InputFile> files)
      throws IOException {
    if (options.allTime()) {
      Instant now = options.content().now();
      long scheduled =
          now != null
              ? now.toEpochMilli()
              : InputTimes.nextSecond(files, options.content().zone()).orElse(0);
      return item -> ScheduleItem.allTime(scheduled, options.content().zone());
    }
    if (options.from() == null && options.to() == null) {
      return UnaryOperator.identity();
    }
    long first = millis(options.from(), Long.MIN_VALUE);
    long last = millis(options.to(), Long.MAX_VALUE);
    return item -> item.between(first, last);
  }

  private static long millis(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : time.toEpochMilli();
  }

  /** What the job is to run. */
  ContentRevision revision() {
    return preparation.revision(prepared).with(knowledge);
  }

  /**
   * What the job carries: the revision, and the database of places where a search that runs asks
   * for it.
   *
   * @throws IOException when the file of the database is gone
   */
  JobContent shipped(ContentRevision revision, ContentOptions options) throws IOException {
    return Places.shipped(
        revision,
        options,
        prepared.stream().anyMatch(each -> !each.isRefused() && each.usesPlaces()));
  }

  List<Prepared> refused() {
    return prepared.stream().filter(Prepared::isRefused).toList();
  }
}
