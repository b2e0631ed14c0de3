package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says of itself when it is done. */
class ReplayReportTest {

  private static final String SERVICES = "c7495048-61b6-11ec-9a37-acde48001122";

  @TempDir private static Path directory;

  @Test
  void showsForEachDetectionWhereItsRecordsWentAndWhatTheyRaised() throws IOException {
    Ledger ledger = new Ledger();
    ledger.add(SERVICES, Counter.SEEN, 60);
    ledger.add(SERVICES, Counter.ENTERED, 50);
    ledger.add(SERVICES, Counter.MATCHED, 40);
    ledger.add(SERVICES, Counter.ROWS, 30);
    ledger.add(SERVICES, Counter.RISK_EVENTS, 20);
    ledger.add(SERVICES, Counter.NOTABLES, 10);

    List<String> lines = printed(ledger);

    assertThat(lines)
        .anyMatch(
            line ->
                line.matches(
                    "DETECTION +SEEN +IN MODEL +MATCHED +RUNS +ROWS +RISK +NOTABLES +FAILED *"))
        .anyMatch(
            line ->
                line.matches(
                    "Linux Service File Created In Systemd Directory"
                        + " +60 +50 +40 +0 +30 +20 +10 +0 *"))
        .anyMatch(
            line ->
                line.contains("; 30 findings, 20 risk events, 10 notables from 1 detections in"));
  }

  private static List<String> printed(Ledger ledger) throws IOException {
    ReplayOptions options = ReplayCase.of(RuntimeMode.BATCH, 1, "none.log").options(directory);
    Files.createFile(options.outputDirectory().resolve("findings.ndjson"));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    Console console = new Console(writer, writer, Console.UNLIMITED, false);
    new ReplayReport(loud(options), console)
        .print(ReplaySummary.of(ReplayCase.content(options, List.of()), ledger, 0, 1));
    return out.toString().lines().toList();
  }

  /** The same, not quiet as tests are. */
  private static ReplayOptions loud(ReplayOptions options) {
    return new ReplayOptions(
        new ContentOptions(
            List.of(), null, null, null, ZoneOffset.UTC, null, OutputFormat.TEXT, false),
        options.inputs(),
        options.detections(),
        options.overrides(),
        null,
        null,
        options.mode(),
        false,
        null,
        1,
        false,
        options.limits(),
        options.risk(),
        options.delivery(),
        options.outputDirectory());
  }
}
