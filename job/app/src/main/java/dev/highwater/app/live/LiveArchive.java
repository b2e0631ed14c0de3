package dev.highwater.app.live;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.EventOverrides;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.InputTimes;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.LogFileSource;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ReadOrder;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.HandOver;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * The files that are read before topics, with the times in them (S-2070).
 *
 * @param handOver the first time that is the topics'
 */
record LiveArchive(InputTimes times, Instant handOver) {

  /** Small ranges let runs close early. */
  private static final long RANGE_BYTES = 4L << 20;

  /** The files that are asked for; empty when one cannot be read, which has been printed. */
  static Optional<List<InputFile>> files(LiveOptions options, PrintWriter err) {
    BackfillOptions backfill = options.backfill();
    if (backfill == null) {
      return Optional.of(List.of());
    }
    OriginSettings said = options.origin();
    EventOverrides overrides =
        new EventOverrides(
            said.sourcetype(), said.source(), said.host(), said.index(), backfill.format());
    ReplayInputs inputs =
        ReplayInputs.resolve(backfill.inputs(), overrides, options.content(), err);
    return inputs.hasErrors() ? Optional.empty() : Optional.of(inputs.files());
  }

  /**
   * Reads the times in the files; null where no archive is asked for.
   *
   * @param addOns what they say of times
   */
  static @Nullable LiveArchive read(LiveOptions options, List<InputFile> files, AddOnLibrary addOns)
      throws IOException {
    BackfillOptions backfill = options.backfill();
    return backfill == null
        ? null
        : new LiveArchive(InputTimes.read(files, RANGE_BYTES, addOns), backfill.handOver());
  }

  /** What the clocks have to know. */
  HandOver clock() {
    return new HandOver(handOver.toEpochMilli(), times.clock());
  }

  /** The records of the files, the mark of the hand-over, and what comes behind it. */
  HybridSource<RawEvent> before(Source<RawEvent, ?, ?> topics) {
    LogFileSource files =
        LogFileSource.of(times.filesInOrder())
            .order(ReadOrder.AS_GIVEN)
            .splitBytes(RANGE_BYTES)
            .build();
    GeneratorFunction<Long, RawEvent> mark = index -> HandOver.mark();
    return HybridSource.builder(files)
        .addSource(new DataGeneratorSource<>(mark, 1, RawEventTypeInfo.INSTANCE))
        .addSource(topics)
        .build();
  }
}
