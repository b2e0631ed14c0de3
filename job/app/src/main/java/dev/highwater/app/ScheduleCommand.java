package dev.highwater.app;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.ScheduleOptions;
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

/** {@code highwater schedule}: what scheduled runs see of events that come late. */
@Command(
    name = "schedule",
    description = {
      "Show what Splunk's schedule misses: the same runs with what had been indexed when each",
      "started, and with all events. For each detection the events that no run saw and the"
          + " findings",
      "that they would have given, how long detection takes, and how far ranges must lag behind."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater schedule --enable-all --sourcetype sysmon:linux --arrival arrival.tsv"
          + " events.log",
      "  highwater schedule --detection 'Linux*' events.ndjson   (lines that have _indextime)"
    })
final class ScheduleCommand implements Callable<Integer> {
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
      names = "--arrival",
      paramLabel = "FILE",
      description =
          "When each line came: its number, a tab, seconds since 1970. For one input file; without"
              + " it events must have _indextime.")
  private @Nullable Path arrivals;

  @Option(
      names = "--detection",
      paramLabel = "NAME|ID|FILE",
      description = "Run this one only, enabled or not; may be a glob, may be repeated.")
  private List<String> detections = List.of();

  @Mixin private EnableArguments enabled = new EnableArguments();
  @Mixin private EventArguments events = new EventArguments();

  @Mixin private PeriodArguments period = new PeriodArguments();
  @Mixin private LimitArguments limits = new LimitArguments();

  @Option(
      names = "--disorder",
      paramLabel = "SPAN",
      description = "How far behind the greatest event time a stream waits. Default: 5s.")
  private @Nullable String disorder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the result files go. Default: out.")
  private Path out = Path.of("out");

  ScheduleCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return work.schedule(ArgumentFaults.check(spec, this::options), console).code();
  }

  private ScheduleOptions options(ArgumentFaults faults) {
    ContentOptions content = shared.options(faults);
    return new ScheduleOptions(
        content,
        inputs,
        arrivals,
        detections,
        enabled.enabled(),
        events.overrides(),
        period.first(faults, content.zone()),
        period.last(faults, content.zone()),
        Objects.requireNonNullElse(faults.span("--disorder", disorder), LiveClock.USUAL_DISORDER),
        limits.limits(faults),
        out);
  }
}
