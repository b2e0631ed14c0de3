package dev.highwater.app.generate;

import dev.highwater.app.ArgumentFaults;
import dev.highwater.app.HelpArgument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code highwater generate sysmon-linux}. */
@Command(
    name = "sysmon-linux",
    description = "Make a log of Sysmon for Linux, about 1 kB a line.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater generate sysmon-linux --out big.log --events 1100000 --hours 24",
      "  highwater generate sysmon-linux --out hits.log --events 55000 --matching 0.01"
    })
final class SysmonLinuxCommand extends HelpArgument implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Background lines. Default: ${DEFAULT-VALUE}.")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Picks the random values. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "2026-03-01T00:00:00Z",
      description = "Time of the first line. Default: ${DEFAULT-VALUE}.")
  private String start = "";

  @Option(
      names = "--hours",
      paramLabel = "H",
      defaultValue = "6",
      description = "Time that the log covers. Default: ${DEFAULT-VALUE}.")
  private double hours;

  @Option(
      names = "--matching",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of lines that create a service file in a systemd folder, 0 to 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private double matching;

  @Option(
      names = "--nasty",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      paramLabel = "true|false",
      description = "Mix in lines that are hard to get right. Default: ${DEFAULT-VALUE}.")
  private boolean nasty;

  @Option(
      names = "--huge",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      paramLabel = "true|false",
      description = "With --nasty: two of the lines are 1 MiB long. Default: ${DEFAULT-VALUE}.")
  private boolean huge;

  @Override
  public Integer call() throws IOException {
    SysmonLinuxLog log = new SysmonLinuxLog(ArgumentFaults.check(spec, this::options));
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), BUFFER_BYTES)) {
      log.writeTo(file);
    }
    return 0;
  }

  private SysmonLinuxOptions options(ArgumentFaults faults) {
    Instant first = faults.time("--start", start, ZoneOffset.UTC);
    long startMillis = first == null ? 0 : first.toEpochMilli();
    return new SysmonLinuxOptions(events, seed, startMillis, hours, matching, nasty, huge);
  }
}
