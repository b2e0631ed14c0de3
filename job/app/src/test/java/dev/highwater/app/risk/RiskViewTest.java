package dev.highwater.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.ExitCode;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Sparkline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskViewTest {

  private static final List<String> RISK =
      List.of(
          event("r1", 0, "final", "web-01", "00:00:00", 40, "A", "\"persistence\""),
          event("r2", 0, "final", "bob", "12:00:00", 70, "B", ""),
          event("r3", 0, "final", "web-01", "23:59:59", 20, "B", "\"execution\""),
          event("r3", 1, "amended", "web-01", "23:59:59", 30, "B", "\"execution\""),
          event("r4", 0, "final", "gone", "01:00:00", 100, "B", ""),
          event("r4", 1, "withdrawn", "gone", "01:00:00", 100, "B", ""));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void showsTheHighestRiskFirstAndEachEventOnce() throws IOException {
    Files.write(folder.resolve("risk.ndjson"), RISK);
    Files.write(
        folder.resolve("notables.ndjson"),
        List.of(
            "{\"notable_id\":\"n1\",\"entities\":[{\"entity\":\"WEB-01\"}]}",
            "{\"notable_id\":\"n2\",\"entities\":[]}",
            "{\"notable_id\":\"n1\",\"entities\":[{\"entity\":\"WEB-01\"}]}"));

    assertThat(view().json()).isEqualTo(ExitCode.DONE);

    String[] lines = out.toString().split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .startsWith("{\"entity\":\"bob\",\"type\":\"user\",\"risk_score\":70,\"risk_events\":1,");
    assertThat(lines[1])
        .startsWith(
            "{\"entity\":\"web-01\",\"type\":\"user\",\"risk_score\":70,\"risk_events\":2,"
                + "\"notables\":1,\"last\":\"2026-03-01T23:59:59.000Z\","
                + "\"tactics\":[\"execution\",\"persistence\"],\"sources\":[\"A\",\"B\"],"
                + "\"over_time\":[40,0,")
        .endsWith(",0,30]}");
  }

  @Test
  void readsThePartsThatAClusterWrote() throws IOException {
    Files.createDirectories(folder.resolve("risk"));
    Files.write(folder.resolve("risk/part-1"), RISK.subList(0, 1));
    Files.write(folder.resolve("risk/part-2"), RISK.subList(1, 2));

    assertThat(view().text()).isEqualTo(ExitCode.DONE);

    assertThat(out.toString())
        .contains("70", "bob", "web-01", "persistence")
        .contains("2 entities, risk from 2026-03-01T00:00:00.000Z to 2026-03-01T12:00:00.000Z");
  }

  @Test
  void saysWhereNoResultsAre() throws IOException {
    assertThat(view().text()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("Cannot read risk: no risk.ndjson in ");

    Files.write(folder.resolve("risk.ndjson"), List.of());
    assertThat(view().text()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualTo("No risk was raised." + System.lineSeparator());
  }

  @Test
  void aSparklinesBarsAreAsHighAsTheGreatest() {
    assertThat(Sparkline.of(List.of(0.0, 1.0, 4.0, 8.0))).isEqualTo(" ▁▄█");
    assertThat(Sparkline.of(List.of(0.0))).isEqualTo(" ");
  }

  private RiskView view() {
    Console console =
        new Console(
            new PrintWriter(out, true), new PrintWriter(err, true), Console.UNLIMITED, false);
    return new RiskView(folder, 20, console);
  }

  private static String event(
      String id,
      int revision,
      String status,
      String object,
      String time,
      int score,
      String source,
      String tactics) {
    return "{\"risk_event_id\":\"%s\",\"revision\":%d,\"status\":\"%s\",\"risk_object\":\"%s\","
            .formatted(id, revision, status, object)
        + "\"risk_object_type\":\"user\",\"_time\":\"2026-03-01T%s.000Z\",\"risk_score\":%d,"
            .formatted(time, score)
        + "\"search_name\":\"%s\",\"annotations.mitre_attack.mitre_tactic\":[%s]}"
            .formatted(source, tactics);
  }
}
