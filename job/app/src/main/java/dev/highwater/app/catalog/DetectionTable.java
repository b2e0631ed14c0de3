package dev.highwater.app.catalog;

import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import java.util.List;

/** Detections, a line for each. */
final class DetectionTable {
  private DetectionTable() {}

  /**
   * @param all how many detections the content has
   * @param isCounted whether a line that counts them follows
   */
  static void print(List<Prepared> listed, int all, boolean isCounted, Console console) {
    if (!listed.isEmpty()) {
      Table table =
          Table.of("name", "id", "type", "status", "verdict", "techniques", "data sources");
      listed.forEach(prepared -> add(prepared, table));
      table.print(console);
    }
    if (isCounted) {
      console.out().println((listed.isEmpty() ? "" : System.lineSeparator()) + count(listed, all));
    }
  }

  private static void add(Prepared prepared, Table table) {
    Detection detection = prepared.detection();
    table.row(
        detection.name(),
        detection.id(),
        detection.type(),
        detection.status(),
        Verdict.of(prepared).text(),
        String.join(", ", detection.mitreAttackIds()),
        String.join(", ", detection.dataSources()));
  }

  private static String count(List<Prepared> listed, int all) {
    String of = listed.size() == all ? "" : " of " + all;
    String noun = all == 1 ? " detection" : " detections";
    return listed.size()
        + of
        + noun
        + ": "
        + count(listed, Verdict.RUN)
        + " run, "
        + count(listed, Verdict.REFUSED)
        + " refused, "
        + count(listed, Verdict.ERROR)
        + " in error";
  }

  private static long count(List<Prepared> listed, Verdict verdict) {
    return listed.stream().filter(prepared -> Verdict.of(prepared) == verdict).count();
  }
}
