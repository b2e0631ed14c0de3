package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.EventOverrides;
import dev.highwater.app.options.FeedOptions;
import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.app.options.StateOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.file.InputFormat;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.StartPoint;
import dev.highwater.connectors.kafka.TopicChoice;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.LiveClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-2072. */
class LiveCommandTest {

  private static final ContentOptions CONTENT =
      new ContentOptions(
          List.of(), null, null, null, ZoneId.of("UTC"), null, OutputFormat.TEXT, false);

  @TempDir private Path directory;
  private final RecordingWork work = new RecordingWork();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    Console console =
        new Console(
            new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), 100, false);
    return new Highwater(work, console, directory).run(line.split(" "));
  }

  @Test
  void readsATopicAsTheGroupLeftItUnlessTold() {
    assertThat(run("live --topic a,b --topic c --out-topics p")).as(err.toString()).isZero();
    assertThat(work.asked)
        .containsExactly(
            new LiveOptions(
                CONTENT,
                List.of(),
                EnabledDetections.OF_CONTENT,
                "localhost:9092",
                null,
                new TopicChoice(List.of("a", "b", "c"), null),
                StartPoint.COMMITTED,
                null,
                "highwater",
                RecordForm.RAW,
                null,
                OriginSettings.NONE,
                new LiveClock(LiveClock.USUAL_DISORDER, LiveClock.UNBOUNDED),
                "p",
                null,
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Runtime.getRuntime().availableProcessors(),
                StateOptions.DEFAULT,
                RunLimits.DEFAULT.withFaults(100),
                RiskOptions.NONE,
                null,
                false,
                false));
  }

  @Test
  void readsATopicAsTheOptionsSay() {
    String line =
        "live --topic a --brokers b:1 --client-properties c --start 2026-03-01T10:00:00Z --group g"
            + " --backfill x.gz --backfill y --hand-over 2026-03-01T10:01:00Z --input-format json"
            + " --map m.yml --sourcetype st --source so --host h --index i --disorder 1m"
            + " --future-bound 2h --amend 3h --emit eager --out o --checkpoint-interval 1s"
            + " --transaction-timeout 2m --parallelism 3 --state-backend rocksdb --checkpoint-dir k"
            + " --restore s --enable X* --detection d --create-topics"
            + " --dry-run --quarantine-after 7 --follow-content kafka:rules";
    assertThat(run(line)).as(err.toString()).isZero();
    assertThat(work.asked)
        .containsExactly(
            new LiveOptions(
                CONTENT,
                List.of("d"),
                new EnabledDetections(List.of("X*"), false),
                "b:1",
                Path.of("c"),
                new TopicChoice(List.of("a"), null),
                StartPoint.at(1_772_359_200_000L),
                new BackfillOptions(
                    List.of("x.gz", "y"),
                    InputFormat.JSON,
                    Instant.ofEpochMilli(1_772_359_260_000L)),
                "g",
                RecordForm.MAPPED,
                Path.of("m.yml"),
                new OriginSettings("h", "so", "st", "i"),
                new LiveClock(
                    Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofHours(3), true),
                null,
                Path.of("o"),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                3,
                new StateOptions(StateOptions.Backend.ROCKSDB, Path.of("k"), Path.of("s")),
                RunLimits.DEFAULT.withFaults(7),
                RiskOptions.NONE,
                new FollowedPlace(true, "rules"),
                true,
                true));
  }

  @Test
  void readsRecordsAsTheirSourcetypesSay() {
    assertThat(run("live --topic a --out o --record-format auto")).as(err.toString()).isZero();
    assertThat(((LiveOptions) work.asked.get(0)).form()).isEqualTo(RecordForm.AUTO);
  }

  @Test
  void beginsTopicsAnHourBeforeTheHandOverUnlessTold() {
    assertThat(run("live --topic a --out o --backfill x --hand-over 2026-03-01T10:00:00Z"))
        .as(err.toString())
        .isZero();
    assertThat(((LiveOptions) work.asked.get(0)).start())
        .isEqualTo(StartPoint.at(Instant.parse("2026-03-01T09:00:00Z").toEpochMilli()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "live --out o                        | Say which topics are read: --topic or --topic-pattern",
        "live --topic a --topic-pattern b --out o"
            + " | Say which topics are read: --topic or --topic-pattern",
        "live --topic-pattern ( --out o      | --topic-pattern: Unclosed group",
        "live --topic a                      | Say where findings go: --out-topics or --out",
        "live --topic a --out o --out-topics p | Say where findings go: --out-topics or --out",
        "live --topic a --out o --record-format mapped"
            + " | --map and --record-format mapped need each other",
        "live --topic a --out o --checkpoint-interval 20m"
            + " | --transaction-timeout has to be longer than --checkpoint-interval",
        "live --topic a --out o --parallelism 0 | Invalid parallelism: 0 (must be 1..128)",
        "live --topic a --out o --start soon | --start: ",
        "live --topic a --out o --backfill x | --backfill and --hand-over need each other",
        "live --topic a --out o --hand-over 2026-03-01"
            + " | --backfill and --hand-over need each other",
        "live --topic a --out o --backfill x --hand-over soon | --hand-over: Invalid time: 'soon'",
        "live --topic a --out o --input-format csv | --input-format is for --backfill",
        "live --topic a --out o --backfill - --hand-over 2026-03-01"
            + " | --backfill: standard input cannot be read again",
        "live --topic a --out o --backfill x --hand-over 2026-03-01 --start 2026-03-01T00:00:01Z"
            + " | --start may be behind --hand-over",
        "live --topic a --out o --backfill x --hand-over 2026-03-01 --start committed"
            + " | --start may be behind --hand-over",
        "live --topic a --out o --follow-content kafka:"
            + " | Invalid place of content: 'kafka:' (must be kafka:TOPIC or a directory)",
        "live --topic a --out o --follow-content d --apps a"
            + " | --follow-content cannot go with --apps or --lookups",
        "content publish d --to rules        | --to: 'rules' (must be kafka:TOPIC)",
        "replay-to kafka --topic a --late 2 x | Invalid late: 2.0 (must be 0..1)",
        "replay-to kafka x                   | Missing required option: '--topic=NAME'"
      })
  void saysWhatIsWrong(String line, String expected) {
    assertThat(run(line)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains(expected);
  }

  @Test
  void sendsAsTheOptionsSay() {
    assertThat(
            run(
                "replay-to kafka --topic t --deal --speed 2 --shift-to-now --disorder 5s --late 0.1"
                    + " --seed 9 --host h a.log"))
        .as(err.toString())
        .isZero();
    assertThat(work.asked)
        .containsExactly(
            new FeedOptions(
                CONTENT,
                List.of("a.log"),
                new EventOverrides(null, null, "h", null),
                "localhost:9092",
                null,
                "t",
                true,
                2,
                true,
                Duration.ofSeconds(5),
                0.1,
                9));
  }
}
