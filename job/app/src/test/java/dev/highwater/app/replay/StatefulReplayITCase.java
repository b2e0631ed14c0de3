package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Searches whose runs need more than the events of their window: lookups that other searches wrote,
 * rows without events, subsearches, joins of events in parts. Rules S-1140, S-1141.
 */
@Timeout(25) // a reader that does not end costs half a minute
class StatefulReplayITCase {

  private static final String FILES =
      "| tstats count min(_time) as first from datamodel=Endpoint.Filesystem"
          + " by Filesystem.dest Filesystem.file_name | rename Filesystem.* as * ";

  @TempDir private static Path directory;

  private static EmbeddedCluster cluster = EmbeddedCluster.start(4, InputVolume.SMALL);
  private static GeneratedLog log;
  private static Path content;

  @BeforeAll
  static void makeTheLogAndTheContent() throws IOException {
    log = GeneratedLog.in(directory, false);
    content = Files.createDirectory(directory.resolve("content"));
    for (String type : List.of("TTP", "Baseline")) {
      write(
          "deployments/" + type + ".yml",
          "name: %1$s\ntype: %1$s\nscheduling: {cron_schedule: '*/20 * * * *',".formatted(type)
              + " earliest_time: -70m@m, latest_time: -10m@m}\n"
              + "alert_action: {rba: {enabled: true}}\n");
    }
    write("lookups/seen.yml", "name: seen\ncollection: seen\nfields_list: _key, dest, first\n");
    write("lookups/all.yml", "name: all\nfilename: all.csv\n");
    write("lookups/all.csv", "dest,files\nnobody,0\n");
    search(
        "baselines",
        "seen",
        FILES
            + "| table dest first | inputlookup append=t seen | stats min(first) as first by dest"
            + " | outputlookup seen");
    search("baselines", "all", FILES + "| stats sum(count) as files by dest | outputlookup all");
    search(
        "detections",
        "new",
        FILES
            + "| stats values(file_name) as files by dest | lookup seen dest OUTPUT first"
            + " | where first > relative_time(now(), \"-90m\")");
    search(
        "detections", "table", "| inputlookup all | stats sum(files) as files dc(dest) as dests");
    search("detections", "none", FILES + "| search dest=nobody | stats count");
    search("detections", "made", "| makeresults | eval n=strftime(now(), \"%H:%M\") | table n");
    search(
        "detections",
        "joined",
        FILES
            + "| eventstats sum(count) as files by dest | dedup file_name dest"
            + " | join type=left file_name dest [| tstats count as removed"
            + " from datamodel=Endpoint.Filesystem where Filesystem.action=deleted"
            + " by Filesystem.file_name Filesystem.action Filesystem.dest"
            + " | rename Filesystem.* as *]"
            + " | fields dest file_name files removed | head 1000000");
    search(
        "detections",
        "apart",
        FILES
            + "| eventstats sum(count) as files by dest | streamstats count as n by dest"
            + " | join type=left dest [| tstats count as removed"
            + " from datamodel=Endpoint.Filesystem by Filesystem.action Filesystem.dest"
            + " | rename Filesystem.* as *]"
            + " | where n < 4 | fields dest file_name files removed n");
    search(
        "detections",
        "busiest",
        FILES
            + "| search [| inputlookup all | sort - files | head 1 | fields dest]"
            + " | append [| inputlookup seen | stats count as known] | fields dest known count");
  }

  private static void search(String folder, String name, String search) throws IOException {
    String type = folder.equals("baselines") ? "Baseline" : "TTP";
    write(
        folder + "/" + name + ".yml",
        "name: %s\nid: %s\nversion: 1\ntype: %s\nstatus: production\nsearch: '%s'\n"
            .formatted(name, folder + "-" + name, type, search));
  }

  private static void write(String path, String text) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @AfterAll
  static void endTheCluster() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH,1,false",
    "BATCH,4,false",
    "STREAMING,1,false",
    "STREAMING,4,false",
    "STREAMING,1,true",
    "STREAMING,3,true"
  })
  void findsAndKeepsTheSame(RuntimeMode mode, int parallelism, boolean ordered) throws Exception {
    ReplayCase plain = ReplayCase.of(mode, parallelism, log.plain()).withContent(content);
    ReplayCase replay = ordered ? plain.inOrder() : plain;
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();
    ReplayFiles expected = ReplayFiles.expected(revision, files, directory);

    cluster.run(
        ReplayJob.graph(options, files, JobContent.of(revision, ZoneOffset.UTC), 64 << 10),
        accumulators -> {});
    ReplayFiles found = ReplayFiles.in(options.outputDirectory());

    assertThat(found).isEqualTo(expected);
    assertThat(found.lookups()).containsOnlyKeys("all.csv", "seen.csv");
    for (String detection : List.of("new", "table", "none", "made", "busiest", "joined", "apart")) {
      assertThat(found.findings()).anyMatch(line -> line.contains("detections-" + detection));
    }
    assertThat(found.findings()).noneMatch(line -> line.contains("baselines-"));
  }

  @ParameterizedTest
  @CsvSource({"BATCH", "STREAMING"})
  void runsBaselinesFirstOverAllTime(RuntimeMode mode) throws Exception {
    ReplayCase replay = ReplayCase.of(mode, 2, log.plain()).withContent(content).overAllTime();
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    ContentRevision revision = ReplayCase.content(options, files).revision();

    cluster.run(
        ReplayJob.graph(options, files, JobContent.of(revision, ZoneOffset.UTC), 64 << 10),
        accumulators -> {});

    assertThat(ReplayFiles.in(options.outputDirectory()))
        .isEqualTo(ReplayFiles.expected(revision, files, directory));
  }
}
