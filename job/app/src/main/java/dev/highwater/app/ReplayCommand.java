package dev.highwater.app;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.app.terminal.Console;
import dev.highwater.flink.LiveClock;
import java.io.IOException;
import java.nio.file.Path;
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

/** {@code highwater replay}: runs detections over recorded data. */
@Command(
    name = "replay",
    description = "Run detections over recorded data, as if it came in live.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater replay datasets/attack_techniques/T1053.006/service_systemd/service_systemd.yml",
      "  highwater replay --content security_content --detection 'Linux*' manifest.yml",
      "  highwater replay --sourcetype sysmon:linux --mode streaming --ordered logs/*.gz",
      "  highwater replay --sourcetype sysmon:linux --as-live --disorder 30s events.log",
      "  zcat events.gz | highwater replay --sourcetype sysmon:linux --all-time -"
    })
final class ReplayCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "An attack_data manifest (.yml), a log file (plain, .gz, .zst), a directory, a glob, or -"
              + " for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--detection",
      paramLabel = "NAME|ID|FILE",
      description = "Run this one only; may be a glob, may be repeated. Default: all.")
  private List<String> detections = List.of();

  @Mixin private EventArguments events = new EventArguments();

  @Mixin private PeriodArguments period = new PeriodArguments();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "Flink's runtime mode: batch or streaming; same findings. Default: batch, with --as-live"
              + " streaming.")
  private @Nullable RuntimeMode mode;

  @Option(
      names = "--ordered",
      description =
          "With --mode streaming: read files by their first timestamp and write findings as their"
              + " runs close.")
  private boolean ordered;

  @Mixin private LiveArguments live = new LiveArguments();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parallel subtasks. Default: the number of processors.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--all-time",
      description = "Run each detection once over everything, its schedule left aside.")
  private boolean allTime;

  @Mixin private LimitArguments limits = new LimitArguments();

  @Mixin private RiskArguments risk = new RiskArguments();

  @Mixin private DeliveryArguments delivery = new DeliveryArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the result files go. Default: out.")
  private Path out = Path.of("out");

  ReplayCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ReplayOptions options = ArgumentFaults.check(spec, this::options);
    return work.replay(options, options.content().quiet() ? console.withoutProgress() : console)
        .code();
  }

  private ReplayOptions options(ArgumentFaults faults) {
    ContentOptions content = shared.options(faults);
    LiveClock clock = live.clock(faults);
    RuntimeMode usual = clock == null ? RuntimeMode.BATCH : RuntimeMode.STREAMING;
    return new ReplayOptions(
        content,
        inputs,
        detections,
        events.overrides(),
        period.first(faults, content.zone()),
        period.last(faults, content.zone()),
        Objects.requireNonNullElse(mode, usual),
        ordered,
        clock,
        parallelism,
        allTime,
        limits.limits(faults),
        risk.options(),
        delivery.options(faults),
        out);
  }
}
