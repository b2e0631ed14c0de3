package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.Highwater;
import dev.highwater.app.HighwaterRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A generated log, and what a replay finds in it. */
record TrialLog(Path directory) {

  private static final Pattern TIME = Pattern.compile("SystemTime=\"([^\"]+)\"");
  private static final Pattern UTC_TIME = Pattern.compile("\"UtcTime\">([^<]+)<");
  private static final Pattern SCHEDULED = Pattern.compile("\"scheduled_time\":\"([^\"]+)\"");

  List<String> lines() throws IOException {
    Path log = directory.resolve("generated.log");
    int code =
        Highwater.ofProcess()
            .run(
                "generate",
                "sysmon-linux",
                "--out=" + log,
                "--events=1500",
                "--seed=11",
                "--hours=6",
                "--matching=0.02",
                "--nasty=false");
    assertThat(code).isZero();
    return Files.readAllLines(log, StandardCharsets.UTF_8);
  }

  static Instant time(String line) {
    Matcher matcher = TIME.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return Instant.parse(matcher.group(1));
  }

  static String at(String line, Instant time) {
    String written = time.toString().replace('T', ' ').replace("Z", "");
    return UTC_TIME
        .matcher(TIME.matcher(line).replaceFirst("SystemTime=\"" + time + "\""))
        .replaceFirst("\"UtcTime\">" + written + "<");
  }

  /** What a replay of lines finds, by runs up to a time, with more arguments. */
  List<String> replayed(List<String> lines, Instant until, String... more) throws IOException {
    Path log = Files.write(directory.resolve("all.log"), lines, StandardCharsets.UTF_8);
    Path out = directory.resolve("replayed");
    List<String> arguments =
        new ArrayList<>(
            List.of("replay", "--quiet", "--sourcetype=sysmon:linux", "--host=h", "--out=" + out));
    arguments.addAll(List.of(more));
    arguments.add(log.toString());
    HighwaterRun run = HighwaterRun.of(directory, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return upTo(until, Files.readAllLines(out.resolve("findings.ndjson")));
  }

  /** Findings of runs up to a time, without what they are made of. */
  static List<String> upTo(Instant until, List<String> findings) {
    List<String> chosen = new ArrayList<>();
    for (String finding : findings) {
      Matcher scheduled = SCHEDULED.matcher(finding);
      assertThat(scheduled.find()).as(finding).isTrue();
      if (!Instant.parse(scheduled.group(1)).isAfter(until)) {
        chosen.add(finding.replaceFirst(",\"content_revision\":.*", "}"));
      }
    }
    return chosen;
  }
}
