package dev.highwater.app.risk;

import dev.highwater.app.ExitCode;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Sparkline;
import dev.highwater.app.terminal.Table;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.event.EventTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows the entities of a replay by their risk, and what it comes of. */
public final class RiskView {

  private static final int BUCKETS = 24;

  private final Path directory;
  private final int most;
  private final Console console;

  /**
   * @param directory what a replay wrote
   * @param most entities to show
   */
  public RiskView(Path directory, int most, Console console) {
    this.directory = directory;
    this.most = most;
    this.console = console;
  }

  /** A table for people. */
  public ExitCode text() throws IOException {
    if (!hasRisk()) {
      return ExitCode.FAILED;
    }
    RiskBoard board = RiskBoard.read(directory, BUCKETS);
    Table table =
        Table.of("SCORE", "ENTITY", "TYPE", "OVER TIME", "EVENTS", "NOTABLES", "TACTICS", "RULES");
    for (EntityRisk entity : shown(board)) {
      table.row(
          String.format(Locale.ROOT, "%.1f", entity.score()).replace(".0", ""),
          entity.name(),
          entity.type(),
          Sparkline.of(entity.overTime()),
          entity.events(),
          entity.notables(),
          String.join(", ", entity.tactics()),
          String.join(", ", entity.sources()));
    }
    if (table.isEmpty()) {
      console.out().println("No risk was raised.");
    } else {
      table.print(console);
      console
          .out()
          .printf(
              "%d entities, risk from %s to %s%n",
              board.entities().size(),
              EventTime.format(board.first().toEpochMilli()),
              EventTime.format(board.last().toEpochMilli()));
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  /** An object for each entity, one a line. */
  public ExitCode json() throws IOException {
    if (!hasRisk()) {
      return ExitCode.FAILED;
    }
    for (EntityRisk entity : shown(RiskBoard.read(directory, BUCKETS))) {
      byte[] line = JsonLine.of(json -> write(entity, json));
      console.out().print(new String(line, StandardCharsets.UTF_8));
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private static void write(EntityRisk entity, JsonLine json) throws IOException {
    json.text("entity", entity.name())
        .text("type", entity.type())
        .decimal("risk_score", entity.score())
        .number("risk_events", entity.events())
        .number("notables", entity.notables())
        .time("last", entity.last().toEpochMilli())
        .texts("tactics", entity.tactics())
        .texts("sources", entity.sources())
        .decimals("over_time", entity.overTime());
  }

  private List<EntityRisk> shown(RiskBoard board) {
    return board.entities().stream().limit(most).toList();
  }

  private boolean hasRisk() {
    boolean isThere = ResultFiles.has(directory, "risk");
    if (!isThere) {
      console
          .err()
          .println("Cannot read risk: no risk.ndjson in " + directory + " (a replay writes it)");
    }
    return isThere;
  }
}
