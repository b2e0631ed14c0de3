package dev.highwater.app.live;

import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.connectors.kafka.OutcomeTopics;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;

/** What a job is going to do, in print. */
final class LivePlan {

  private final LiveOptions options;
  private final LiveStream stream;
  private final ReplayContent content;

  LivePlan(LiveOptions options, LiveStream stream, ReplayContent content) {
    this.options = options;
    this.stream = stream;
    this.content = content;
  }

  void print(Console console) {
    console.out().println("Source: " + stream.client() + ", group " + options.group());
    Table partitions = Table.of("partition", "from offset");
    stream.startsByName().forEach((name, offset) -> partitions.row(name, Long.toString(offset)));
    partitions.print(console);
    console.out().println();
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
