package dev.highwater.app.live;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.app.terminal.ByteCount;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.kafka.OutcomeTopics;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import java.time.Instant;
import java.util.List;

/** What a job is going to do, in print. */
final class LivePlan {

  private final LiveOptions options;
  private final LiveStream stream;
  private final ReplayContent content;
  private final List<InputFile> archive;

  /**
   * @param archive files that are read before the topics
   */
  LivePlan(LiveOptions options, LiveStream stream, ReplayContent content, List<InputFile> archive) {
    this.options = options;
    this.stream = stream;
    this.content = content;
    this.archive = archive;
  }

  void print(Console console) {
    BackfillOptions backfill = options.backfill();
    if (backfill != null) {
      printArchive(backfill.handOver(), console);
    }
    printTopics(console);
    console.out().println("Detections: records are " + options.form());
    Table detections = Table.of("name", "schedule", "earliest", "latest", "verdict");
    content.prepared().forEach(each -> add(each, detections));
    detections.print(console);
    console.out().println();
    FollowedPlace followed = options.followed();
    if (followed != null) {
      String where = followed.isTopic() ? "topic " : "directory ";
      console.out().println("Other content: " + where + followed.name());
      console.out().println();
    }
    console.out().println("Sinks: " + sinks());
    if (!stream.missing().isEmpty()) {
      console.out().println("Topics to be made: " + String.join(", ", stream.missing()));
    }
  }

  private void printArchive(Instant handOver, Console console) {
    console.out().println("Archive: what it has of before " + handOver);
    Table files = Table.of("file", "sourcetype", "size");
    for (InputFile each : archive) {
      files.row(each.origin().input(), each.origin().sourcetype(), ByteCount.text(each.size()));
    }
    files.print(console);
    console.out().println();
    console.out().println("Hand-over: from " + handOver + " on the topics count");
  }

  private void printTopics(Console console) {
    console.out().println("Source: " + stream.client() + ", group " + options.group());
    Table partitions = Table.of("partition", "from offset");
    stream.startsByName().forEach((name, offset) -> partitions.row(name, Long.toString(offset)));
    partitions.print(console);
    console.out().println();
  }

  private static void add(Prepared prepared, Table table) {
    DetectionItem item = prepared.item().orElse(null);
    if (item == null) {
      table.row(prepared.detection().name(), "", "", "", "refused");
    } else {
      table.row(
          item.name(),
          item.schedule().cron(),
          item.schedule().earliest(),
          item.schedule().latest(),
          "runs");
    }
  }

  private String sinks() {
    return options.outTopics() == null
        ? "files in " + options.outDirectory()
        : "topics " + String.join(", ", new OutcomeTopics(options.outTopics()).topics());
  }
}
