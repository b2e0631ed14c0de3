package dev.highwater.app;

import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.PublishOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater content publish}: gives content to running jobs. */
@Command(
    name = "publish",
    description = {
      "Give a checkout of content to the jobs that follow a topic (highwater live --follow-content).",
      "They take up what has changed without a restart, and tell of it in their topic .content."
    },
    footerHeading = "%nExample:%n",
    footer = {"  highwater content publish security_content --to kafka:rules"})
final class PublishCommand extends HelpArgument implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The checkout.")
  private Path directory = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "kafka:TOPIC",
      required = true,
      description = "Where it goes; a compacted topic, which is made where it is missing.")
  private String to = "";

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT,...",
      description = "Where Kafka is. Default: localhost:9092.")
  private String brokers = "localhost:9092";

  @Option(
      names = "--client-properties",
      paramLabel = "FILE",
      description = "Kafka's client properties, for TLS and SASL.")
  private @Nullable Path clientFile;

  @Option(
      names = "--effective",
      paramLabel = "TIME",
      description =
          "Event time from which on it is to be in force: new texts of detections do the runs that"
              + " search nothing before it. Default: as soon as it can.")
  private @Nullable String effective;

  @Option(
      names = "--ending",
      paramLabel = "HOW",
      description =
          "What becomes of texts that another takes the place of, or nothing: finish (they do the"
              + " runs that nothing else does) or drop (they end at once). Default: finish.")
  private Ending ending = Ending.FINISH;

  @Option(
      names = "--unchecked",
      description = "Publish it although there are files in it that cannot be read.")
  private boolean isUnchecked;

  PublishCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  /** What becomes of texts that end. */
  enum Ending {
    FINISH,
    DROP
  }

  @Override
  public Integer call() throws IOException {
    return work.publish(ArgumentFaults.check(spec, this::options), console).code();
  }

  private PublishOptions options(ArgumentFaults faults) {
    if (!to.startsWith("kafka:") || to.length() == "kafka:".length()) {
      faults.add("--to: '" + to + "' (must be kafka:TOPIC)");
    }
    return new PublishOptions(
        directory,
        to.isBlank() ? to : FollowedPlace.parse(to).name(),
        brokers,
        clientFile,
        faults.time("--effective", effective, ZoneOffset.UTC),
        ending == Ending.FINISH,
        !isUnchecked);
  }
}
