package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a schedule runs, and what it says of events that come late. Rules S-1960, S-1961. */
class ScheduleTest {

  @TempDir private Path directory;

  @BeforeEach
  void writeContent() throws IOException {
    write(
        "content/deployments/ttp.yml",
        """
        name: TTP
        type: TTP
        scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
        alert_action: {rba: {enabled: true}}
        """);
    write(
        "content/deployments/correlation.yml",
        """
        name: Correlation
        type: Correlation
        scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
        """);
    detection("on", "TTP", "enabled_by_default: true");
    detection("off", "TTP", "enabled_by_default: false");
    detection("unsaid", "TTP", "status: production");
    write("events.ndjson", line("10:05:00", "10:05:01") + line("10:06:00", "11:02:00"));
  }

  private void detection(String name, String type, String more) throws IOException {
    String search =
        type.equals("Correlation")
            ? "search index=risk | stats count by risk_object"
            : "search index=main | bin _time span=1h | stats count by _time host";
    write(
        "content/detections/" + name + ".yml",
        """
        name: %1$s
        id: %1$s
        version: 1
        type: %2$s
        search: '%3$s'
        %4$s
        rba:
          message: seen
          risk_objects:
          - {field: host, type: system, score: 10}
          threat_objects: []
        """
            .formatted(name, type, search, more));
  }

  private static String line(String time, String indexTime) {
    return "{\"_time\":%d,\"_indextime\":%d,\"host\":\"h\",\"source\":\"s\","
            .formatted(seconds(time), seconds(indexTime))
        + "\"sourcetype\":\"any\",\"index\":\"main\",\"raw\":\"an event\"}\n";
  }

  private static long seconds(String time) {
    return Instant.parse("2026-03-01T" + time + "Z").getEpochSecond();
  }

  @Test
  void runsWhatTheContentEnables() throws IOException {
    EmbeddedRun run = schedule();

    assertThat(names(run)).containsExactly("on");
    assertThat(run.err())
        .contains("1 of 3 detections are enabled: 1 by the content, 0 by the command line\n");
  }

  @Test
  void runsWhatTheCommandLineEnablesBesideIt() throws IOException {
    assertThat(names(schedule("--enable=unsaid"))).containsExactlyInAnyOrder("on", "unsaid");
    assertThat(names(schedule("--enable-all"))).containsExactlyInAnyOrder("on", "off", "unsaid");
  }

  @Test
  void runsWhatIsNamedAndNothingElse() throws IOException {
    assertThat(names(schedule("--detection=off"))).containsExactly("off");
  }

  @Test
  void aFileOfTheUserWinsOverTheContent() throws IOException {
    Path local =
        write("local.conf", "[on]\ndisabled = 1\n[off]\ndisabled = 0\n[unsaid]\ndisabled = 1\n");

    assertThat(names(schedule("--local=" + local))).containsExactly("off");
    assertThat(names(schedule("--local=" + local, "--enable-all"))).containsExactly("off");
    assertThat(names(schedule("--local=" + local, "--enable=on")))
        .containsExactlyInAnyOrder("on", "off");
  }

  @Test
  void tellsOfTheRunsThatFail() throws IOException {
    EmbeddedRun run = schedule("--run-bytes=1");

    assertThat(run.err()).contains("1 runs failed -> ").contains("complete/failed.ndjson");
    assertThat(directory.resolve("out/complete/failed.ndjson"))
        .content()
        .contains("\"detection_id\":\"on\"");
  }

  @Test
  void saysWhenNothingIsEnabled() throws IOException {
    Path local = write("local.conf", "[on]\ndisabled = 1\n");

    assertThat(schedule("--local=" + local).err())
        .contains("No detection is enabled: name some with --detection or --enable");
  }

  @Test
  void saysWhatRunsThatStartLaterWouldHaveSeen() throws IOException {
    Map<?, ?> detection = detections(schedule()).get(0);

    assertThat(changed(detection)).hasSize(1);
    assertThat(JsonTree.objects(JsonTree.of(detection, "skews")))
        .hasSize(2)
        .allSatisfy(
            skew -> {
              assertThat(skew.get("missed_event_runs")).isEqualTo("0");
              assertThat(changed(skew)).isEmpty();
            });
  }

  @Test
  void tellsPeopleWhatRunsThatStartLaterWouldHaveSeen() {
    assertThat(schedule("--format=text").out())
        .contains(
            "Runs that start 5m00s late: 0 events seen by no run, 0 findings lost, 0 changed, in 1"
                + " detections",
            "1 of 1 detections matched events or risk; 1 events were seen by no run, 0 findings"
                + " lost, 1 changed; 0 detections refused");
  }

  @Test
  void saysWhatACorrelationLosesThatIsARunBehind() throws IOException {
    detection("sum", "Correlation", "enabled_by_default: true");

    Map<?, ?> correlation =
        detections(schedule()).stream()
            .filter(each -> "sum".equals(each.get("detection")))
            .findFirst()
            .orElseThrow();

    Map<?, ?> delay = (Map<?, ?>) JsonTree.of(correlation, "risk_delay");
    assertThat((List<?>) JsonTree.of(delay, "lost")).hasSize(1);
    assertThat(schedule("--format=text").out()).contains("CORRELATION, A RUN BEHIND");
  }

  /** Ids of the findings whose row is another than it could be. */
  private static List<?> changed(Map<?, ?> view) {
    return (List<?>) JsonTree.of((Map<?, ?>) JsonTree.of(view, "findings"), "changed");
  }

  private EmbeddedRun schedule(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "schedule",
                directory.resolve("events.ndjson").toString(),
                "--content=" + directory.resolve("content"),
                "--out=" + directory.resolve("out")));
    if (List.of(more).stream().noneMatch(each -> each.startsWith("--format"))) {
      arguments.add("--format=json");
    }
    arguments.addAll(List.of(more));
    return EmbeddedRun.of(arguments.toArray(String[]::new));
  }

  private static List<Map<?, ?>> detections(EmbeddedRun run) throws IOException {
    return JsonTree.objects(JsonTree.of(JsonTree.object(run.out()), "detections"));
  }

  private static List<String> names(EmbeddedRun run) throws IOException {
    return detections(run).stream().map(each -> String.valueOf(each.get("detection"))).toList();
  }

  private Path write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
