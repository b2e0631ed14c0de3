package dev.highwater.app;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code highwater live}: runs detections over Kafka topics. */
@Command(
    name = "live",
    description = {
      "Run detections over Kafka topics, until the job is ended.",
      "In this process, or on a cluster: flink run highwater.jar live ..."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater live --brokers localhost:9092 --topic logs --out-topics highwater --enable-all",
      "  highwater live --topic-pattern 'vector\\..*' --map deploy/maps/vector.yml --out out",
      "  highwater live --topic logs --out out --backfill 'archive/*.gz' --hand-over 2026-03-01",
      "  highwater live --topic logs --out-topics highwater --dry-run"
    })
final class LiveCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT,...",
      description = "Where Kafka is. Default: localhost:9092.")
  private String brokers = "localhost:9092";

  @Option(
      names = "--client-properties",
      paramLabel = "FILE",
      description =
          "Kafka's client properties, for TLS and SASL: secrets stand there, not on the command"
              + " line.")
  private @Nullable Path clientFile;

  @Mixin private TopicArguments topics = new TopicArguments();

  @Mixin private BackfillArguments backfill = new BackfillArguments();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description =
          "The consumer group, whose offsets are committed with each checkpoint; it names the job's"
              + " transactions, too: each job has its own. Default: highwater.")
  private String group = "highwater";

  @Option(
      names = "--detection",
      paramLabel = "NAME|ID|FILE",
      description = "Run this one only, enabled or not; may be a glob, may be repeated.")
  private List<String> detections = List.of();

  @Mixin private EnableArguments enabled = new EnableArguments();

  @Mixin private StreamArguments stream = new StreamArguments();

  @Option(
      names = "--out-topics",
      paramLabel = "PREFIX",
      description =
          "Write to the topics PREFIX.findings, .risk, .notables, .early, .suppressed, .late,"
              + " .unparsable, .failed, .notes and .content, in transactions.")
  private @Nullable String outTopics;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write to files of this directory, in place of topics.")
  private @Nullable Path out;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "SPAN",
      description = "How often what came out is committed. Default: 10s.")
  private String interval = "10s";

  @Option(
      names = "--transaction-timeout",
      paramLabel = "SPAN",
      description =
          "How long it may wait for that, stops of the job included; at most the brokers'"
              + " transaction.max.timeout.ms. Default: 15m.")
  private String timeout = "15m";

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Parallel subtasks behind the reader, 128 at most. Default: the number of processors.")
  private int parallelism =
      Math.min(LiveOptions.MOST_PARALLEL, Runtime.getRuntime().availableProcessors());

  @Mixin private StateArguments state = new StateArguments();

  @Mixin private LimitArguments limits = new LimitArguments();

  @Option(
      names = "--quarantine-after",
      paramLabel = "N",
      description =
          "A detection that has failed so often in one subtask is not tried any more, until it is"
              + " changed or the job begins anew. Default: ${DEFAULT-VALUE}.")
  private int mostFaults = 100;

  @Option(
      names = "--follow-content",
      paramLabel = "kafka:TOPIC|DIR",
      description =
          "Take up changed, new and removed detections while the job runs: what 'highwater content"
              + " publish' has written to a topic, or a directory on the machine where events are"
              + " routed. The job begins with --content.")
  private @Nullable String followed;

  @Mixin private RiskArguments risk = new RiskArguments();

  @Option(
      names = "--create-topics",
      description =
          "Make the topics of --topic that are missing, as the brokers make them by default.")
  private boolean createTopics;

  @Option(names = "--dry-run", description = "Print what would run, ask the brokers, and end.")
  private boolean dryRun;

  LiveCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LiveOptions options = ArgumentFaults.check(spec, this::options);
    return work.live(options, options.content().quiet() ? console.withoutProgress() : console)
        .code();
  }

  private LiveOptions options(ArgumentFaults faults) {
    ContentOptions content = shared.options(faults);
    BackfillOptions archive = backfill.options(faults, content.zone());
    return new LiveOptions(
        content,
        detections,
        enabled.enabled(),
        brokers,
        clientFile,
        topics.topics(faults),
        topics.start(faults, content.zone(), archive),
        archive,
        group,
        topics.form(),
        topics.map(),
        topics.origin(),
        stream.clock(faults),
        outTopics,
        out,
        Objects.requireNonNullElse(
            faults.span("--checkpoint-interval", interval), Duration.ofSeconds(10)),
        Objects.requireNonNullElse(
            faults.span("--transaction-timeout", timeout), Duration.ofMinutes(15)),
        parallelism,
        state.options(),
        limits.limits(faults).withFaults(mostFaults),
        risk.options(),
        followed == null ? null : FollowedPlace.parse(followed),
        createTopics,
        dryRun);
  }
}
