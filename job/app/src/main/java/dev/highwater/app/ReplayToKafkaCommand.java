package dev.highwater.app;

import dev.highwater.app.options.FeedOptions;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater replay-to kafka}: sends recorded data to a topic. */
@Command(
    name = "kafka",
    description =
        "Send recorded data to a Kafka topic, in the order of its times: raw events with headers,"
            + " as 'highwater live' reads them. All of it is held in memory.",
    footerHeading = "%nExample:%n",
    footer = {
      "  highwater replay-to kafka --topic logs --shift-to-now"
          + " datasets/attack_techniques/T1053.006/service_systemd/service_systemd.yml"
    })
final class ReplayToKafkaCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "A manifest (.yml), a log file, a directory, a glob, or -, as of replay.")
  private List<String> inputs = List.of();

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
      names = "--topic",
      paramLabel = "NAME",
      required = true,
      description = "Where it goes; has to be there.")
  private String topic = "";

  @Option(
      names = "--deal",
      description =
          "Give the partitions of the topic an event in turn. Default: those of a host go to one.")
  private boolean deal;

  @Mixin private EventArguments events = new EventArguments();

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "Send so many times faster than it was recorded, 1 for as it was. Default: as fast as"
              + " can be.")
  private double speed;

  @Option(
      names = "--shift-to-now",
      description =
          "Move all times so that the last one is now; with --speed each is that of its sending.")
  private boolean shift;

  @Option(
      names = "--disorder",
      paramLabel = "SPAN",
      description = "Let each event come up to so much behind its time. Default: 0s.")
  private @Nullable String disorder;

  @Option(
      names = "--late",
      paramLabel = "PART",
      description = "Let this part of events come three hours late, as 0.01. Default: 0.")
  private double late;

  @Option(names = "--seed", paramLabel = "N", description = "Picks which are late. Default: 1.")
  private long seed = 1;

  ReplayToKafkaCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FeedOptions options = ArgumentFaults.check(spec, this::options);
    return work.feed(options, console).code();
  }

  private FeedOptions options(ArgumentFaults faults) {
    return new FeedOptions(
        shared.options(faults),
        inputs,
        events.overrides(),
        brokers,
        clientFile,
        topic,
        deal,
        speed,
        shift,
        Objects.requireNonNullElse(faults.span("--disorder", disorder), Duration.ZERO),
        late,
        seed);
  }
}
