package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.AppOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.DeliveryOptions;
import dev.highwater.app.options.DetectionOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.EventOverrides;
import dev.highwater.app.options.FieldsOptions;
import dev.highwater.app.options.LintOptions;
import dev.highwater.app.options.ListOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.app.options.ScheduleOptions;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.LiveClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighwaterTest {
  private static final ContentOptions DEFAULTS =
      new ContentOptions(
          List.of(), null, null, null, ZoneId.of("UTC"), null, OutputFormat.TEXT, false);

  @TempDir private Path directory;
  private final RecordingWork work = new RecordingWork();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void replaysWithDefaults() {
    assertThat(run("replay", "a.log")).isZero();

    assertThat(work.asked)
        .containsExactly(
            new ReplayOptions(
                DEFAULTS,
                List.of("a.log"),
                List.of(),
                new EventOverrides(null, null, null, null),
                null,
                null,
                RuntimeMode.BATCH,
                false,
                null,
                Runtime.getRuntime().availableProcessors(),
                false,
                RunLimits.DEFAULT,
                RiskOptions.NONE,
                DeliveryOptions.NONE,
                Path.of("out")));
  }

  @Test
  void replaysAsTheOptionsSay() {
    String line =
        "replay --content a --content b --macros m.yml --geoip g.mmdb --tz Europe/Berlin --now"
            + " 2026-03-02 --format json -q --detection X* --detection id --sourcetype st --source"
            + " so --host h --index i --from 2026-03-01T10:00:00Z --to 1772362800 --mode streaming"
            + " --ordered --parallelism 4 --run-rows 500 --run-bytes 3M --assets a.csv --identities"
            + " i.csv --incident-rules --write stash --out results a.log -";

    assertThat(run(line.split(" "))).isZero();

    assertThat(work.asked)
        .containsExactly(
            new ReplayOptions(
                new ContentOptions(
                    List.of(Path.of("a"), Path.of("b")),
                    Path.of("m.yml"),
                    null,
                    Path.of("g.mmdb"),
                    ZoneId.of("Europe/Berlin"),
                    Instant.parse("2026-03-01T23:00:00Z"),
                    OutputFormat.JSON,
                    true),
                List.of("a.log", "-"),
                List.of("X*", "id"),
                new EventOverrides("st", "so", "h", "i"),
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T11:00:00Z"),
                RuntimeMode.STREAMING,
                true,
                null,
                4,
                false,
                new RunLimits(500, 3L << 20),
                new RiskOptions(Path.of("a.csv"), Path.of("i.csv"), true),
                new DeliveryOptions(Set.of(DeliveryOptions.Format.STASH), null),
                Path.of("results")));
  }

  @Test
  void replaysAsLiveInStreamingMode() {
    assertThat(run("replay", "--as-live", "--disorder=30s", "--future-bound=1h", "a.log")).isZero();

    ReplayOptions asked = (ReplayOptions) work.asked.get(0);
    assertThat(asked.mode()).isEqualTo(RuntimeMode.STREAMING);
    assertThat(asked.live()).isEqualTo(new LiveClock(Duration.ofSeconds(30), Duration.ofHours(1)));
  }

  @Test
  void studiesSchedulesAsTheOptionsSay() {
    String line =
        "schedule --arrival a.tsv --enable X* --enable-all --detection id --disorder 2m"
            + " --from 2026-03-01T10:00:00Z --out results a.log";

    assertThat(run(line.split(" "))).isZero();

    assertThat(work.asked)
        .containsExactly(
            new ScheduleOptions(
                DEFAULTS,
                List.of("a.log"),
                Path.of("a.tsv"),
                List.of("id"),
                new EnabledDetections(List.of("X*"), true),
                new EventOverrides(null, null, null, null),
                Instant.parse("2026-03-01T10:00:00Z"),
                null,
                Duration.ofMinutes(2),
                RunLimits.DEFAULT,
                Path.of("results")));
  }

  @Test
  void searchesWithDefaults() {
    assertThat(run("search", "index=main | head 1")).isZero();

    assertThat(work.asked)
        .containsExactly(
            new SearchOptions(
                new ContentOptions(
                    List.of(),
                    null,
                    null,
                    null,
                    ZoneId.of("UTC"),
                    null,
                    OutputFormat.NDJSON,
                    false),
                "index=main | head 1",
                null,
                null,
                List.of(),
                new EventOverrides(null, null, null, null),
                "0",
                "",
                Runtime.getRuntime().availableProcessors(),
                RunLimits.DEFAULT,
                null));
  }

  @Test
  void searchesAsTheOptionsSay() {
    String line =
        "search --jobs j.ndjson --tz Europe/Berlin --now 2026-03-02 --format json -q"
            + " --earliest -24h@h --latest 2026-03-01 --sourcetype st --source so --host h"
            + " --index i --parallelism 4 --run-rows 7 --out results a.log b.log";

    assertThat(run(line.split(" "))).isZero();

    assertThat(work.asked)
        .containsExactly(
            new SearchOptions(
                new ContentOptions(
                    List.of(),
                    null,
                    null,
                    null,
                    ZoneId.of("Europe/Berlin"),
                    Instant.parse("2026-03-01T23:00:00Z"),
                    OutputFormat.NDJSON,
                    true),
                null,
                "j.ndjson",
                null,
                List.of("a.log", "b.log"),
                new EventOverrides("st", "so", "h", "i"),
                "-24h@h",
                "1772319600.000",
                4,
                new RunLimits(7, 2L << 30),
                Path.of("results")));
    assertThat(work.interactive).containsExactly(false);
  }

  @Test
  void reportsContradictionsOfASearchTogether() {
    String line =
        "search --jobs j --rows r --format csv --parallelism 0 --earliest 2026-03-02"
            + " --latest 2026-03-01 x";

    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            "--rows is for one search; a line of --jobs has rows of its own",
            "--rows is read in place of INPUT; leave one of them out",
            "--format csv and table are for one search; --jobs gives a line of JSON for each",
            "Invalid parallelism: 0 (must be >= 1)",
            "Invalid range: --earliest 1772409600.000 is after --latest 1772323200.000",
            "Try 'highwater search --help'.");
  }

  @Test
  void wantsASearch() {
    assertThat(run("search")).isEqualTo(2);

    assertThat(err.toString()).startsWith("Name a search, or a file of searches by --jobs\n");
  }

  @Test
  void formatsOfRowsAreForSearchOnly() {
    assertThat(run("list", "--format", "csv")).isEqualTo(2);
    assertThat(run("search", "--format", "sarif", "x")).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "--format: csv is for search only\n",
            "--format: sarif is for lint and validate only\n");
  }

  @Test
  void takesAppsFromTheOptionsFile() throws IOException {
    Files.writeString(directory.resolve("highwater.yml"), "apps: [x, y]\nno-built-in-apps: true\n");

    run("fields", "a.log");
    run("lint", "--apps", "z", "--sources", "content");

    assertThat(work.asked)
        .extracting(
            asked ->
                asked instanceof FieldsOptions fields
                    ? fields.content().apps()
                    : ((LintOptions) asked).content().apps())
        .containsExactly(
            new AppOptions(List.of(Path.of("x"), Path.of("y")), false, ""),
            new AppOptions(List.of(Path.of("z")), false, ""));
  }

  @Test
  void asksForOneDetectionOrAList() {
    run("explain", "X");
    run("show", "X");
    run("list", "--technique", "T1053", "--story", "S", "--source", "D", "--status", "production");

    assertThat(work.asked)
        .containsExactly(
            new DetectionOptions(DEFAULTS, "X"),
            new DetectionOptions(DEFAULTS, "X"),
            new ListOptions(DEFAULTS, "T1053", "S", "D", "production"));
  }

  @Test
  void showsNoProgressWhenQuiet() {
    run("replay", "a.log");
    run("replay", "--quiet", "a.log");

    assertThat(work.interactive).containsExactly(true, false);
  }

  @Test
  void passesTheExitCodeOfTheWorkOn() {
    work.answer = ExitCode.INTERRUPTED;

    assertThat(run("replay", "a.log")).isEqualTo(130);
  }

  @Test
  void takesSharedOptionsFromTheFileAndLetsFlagsWin() throws IOException {
    writeOptions("content: [one, two]\ntz: Europe/Berlin\nquiet: true\nformat: json\n");

    run("show", "--tz", "+02:00", "X");

    assertThat(work.asked)
        .containsExactly(
            new DetectionOptions(
                new ContentOptions(
                    List.of(Path.of("one"), Path.of("two")),
                    null,
                    null,
                    null,
                    ZoneId.of("+02:00"),
                    null,
                    OutputFormat.JSON,
                    true),
                "X"));
  }

  @Test
  void reportsEveryFaultOfTheOptionsFile() throws IOException {
    writeOptions("contents: x\ntz: UTC\nmacros: [a, b]\n");

    assertThat(run("list")).isEqualTo(2);

    assertThat(err.toString().lines().map(this::withoutDirectory))
        .containsExactly(
            "highwater.yml:1:1: unknown option 'contents' (must be one of content, apps,"
                + " no-built-in-apps, cim, macros, lookups, local, geoip, tz, now, quiet, format)",
            "highwater.yml:3:9: macros must be a single value");
    assertThat(work.asked).isEmpty();
  }

  @Test
  void saysWhereTheOptionsFileIsNoYaml() throws IOException {
    writeOptions("tz: UTC\ncontent: [a\n");

    assertThat(run("list")).isEqualTo(2);

    assertThat(withoutDirectory(err.toString())).startsWith("highwater.yml:3:1: ");
  }

  @Test
  void reportsContradictionsTogether() {
    String line = "replay --ordered --all-time --parallelism 0 --from 2026-03-02 --to 2026-03-01 x";

    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            "Invalid parallelism: 0 (must be >= 1)",
            "Invalid range: --from 2026-03-02T00:00:00Z is after --to 2026-03-01T00:00:00Z",
            "--ordered needs --mode streaming: batch gives no finding before its end",
            "--all-time is one run over everything; it takes no --from or --to",
            "Try 'highwater replay --help'.");
  }

  @Test
  void reportsEveryTimeThatIsNone() {
    assertThat(run("replay", "--from", "x", "--to", "y", "a.log")).isEqualTo(2);

    assertThat(err.toString().lines().map(line -> line.substring(0, 20)))
        .containsExactly("--from: Invalid time", "--to: Invalid time: ", "Try 'highwater repla");
  }

  @Test
  void suggestsWhatAnUnknownOptionMayMean() {
    assertThat(run("list", "--tecnique", "T1053")).isEqualTo(2);

    assertThat(err.toString()).contains("--technique");
  }

  @Test
  void wantsAnInputAndACommand() {
    assertThat(run("replay")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void printsHelpAndVersion() {
    assertThat(run("replay", "--help")).isZero();
    assertThat(run("--version")).isZero();

    assertThat(out.toString())
        .contains("Usage: highwater replay")
        .contains("highwater (unpackaged)");
  }

  private int run(String... arguments) {
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), 80, true);
    return new Highwater(work, console, directory).run(arguments);
  }

  private void writeOptions(String text) throws IOException {
    Files.writeString(directory.resolve("highwater.yml"), text);
  }

  private String withoutDirectory(String line) {
    return line.replace(directory + "/", "");
  }
}
