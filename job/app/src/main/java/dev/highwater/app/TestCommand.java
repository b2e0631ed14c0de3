package dev.highwater.app;

import dev.highwater.app.options.TestOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater test}: the tests that detections declare. */
@Command(
    name = "test",
    description = {
      "Run the tests that detections declare, and say which pass.",
      "DETECTION: a name, an id, a file, or a glob over those. Default: all.",
      "A test searches the whole of its logs, as of the second behind their last event, and passes"
          + " with a row that has a value in each field of risk. Its logs are looked for in the"
          + " checkouts of attack_data; a test whose logs are not there has no data, and is no"
          + " failure."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater test --content security_content --attack-data attack_data",
      "  highwater test --content . --attack-data ../attack_data 'Linux*' --integration",
      "  highwater test --content . --mode changed --base origin/develop",
      "",
      "Writes report.html, report.json, junit.xml, test.sarif, navigator.json (a layer of ATT&CK",
      "Navigator) and badge.svg to --out. The exit code is 1 when a test fails or cannot run."
    })
final class TestCommand implements Callable<Integer> {
  private static final Path BESIDE = Path.of("attack_data");

  /** Which of the detections are tested. */
  enum Mode {
    ALL,
    CHANGED,
    SELECTED
  }

  /** What runs the searches. */
  enum On {
    ENGINE,
    FLINK
  }

  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(paramLabel = "DETECTION", arity = "0..*", description = "Detections to test.")
  private List<String> detections = List.of();

  @Option(
      names = "--attack-data",
      paramLabel = "DIR",
      description =
          "A checkout of splunk/attack_data; may be repeated, the first that has a log counts."
              + " Default: ./attack_data, then $HIGHWATER_ATTACK_DATA.")
  private List<Path> attackData = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "all; changed: what git says is changed since --base, with what uses a changed macro or"
              + " lookup; selected: those that are named. Default: selected if any are named, else"
              + " all.")
  private @Nullable Mode mode;

  @Option(
      names = "--base",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "The revision for --mode changed. Default: ${DEFAULT-VALUE}.")
  private String base = "HEAD";

  @Option(
      names = "--integration",
      description = "Ask for the right risk events, too, as contentctl's integration tests do.")
  private boolean integration;

  @Option(
      names = "--golden",
      paramLabel = "DIR",
      description =
          "Where golden rows are: NAME.golden.json with the exact rows of the tests of the detection"
              + " in NAME.yml. Default: beside the detections.")
  private @Nullable Path golden;

  @Option(
      names = "--update-golden",
      description = "Write the rows of the tests that pass as golden ones.")
  private boolean updatesGolden;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the reports go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out");

  @Option(
      names = "--on",
      paramLabel = "engine|flink",
      defaultValue = "engine",
      description =
          "What runs the searches: the engine in one thread, or a Flink job in this process. Both"
              + " give the same report. Default: ${DEFAULT-VALUE}.")
  private On on = On.ENGINE;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Parallel subtasks of the job with --on flink. Default: the number of processors.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  TestCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TestOptions options = ArgumentFaults.check(spec, this::options);
    return work.test(options, options.content().quiet() ? console.withoutProgress() : console)
        .code();
  }

  private TestOptions options(ArgumentFaults faults) {
    if (mode == Mode.SELECTED && detections.isEmpty()) {
      faults.add("--mode selected: name a detection");
    }
    if (mode == Mode.ALL && !detections.isEmpty()) {
      faults.add("--mode all tests all detections; name none, or leave --mode out");
    }
    for (Path directory : attackData) {
      if (!Files.isDirectory(directory)) {
        faults.add("--attack-data: " + directory + " is not a directory");
      }
    }
    if (golden != null && !Files.isDirectory(golden)) {
      faults.add("--golden: " + golden + " is not a directory");
    }
    if (parallelism < 1) {
      faults.add("--parallelism: " + parallelism + " is less than 1");
    }
    return new TestOptions(
        shared.options(faults),
        detections,
        attackData.isEmpty() ? defaultData() : attackData,
        mode == Mode.CHANGED ? base : null,
        integration,
        golden,
        updatesGolden,
        out,
        on == On.FLINK,
        parallelism);
  }

  private static List<Path> defaultData() {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(BESIDE)) {
      found.add(BESIDE);
    }
    String named = System.getenv("HIGHWATER_ATTACK_DATA");
    if (named != null && !named.isBlank()) {
      found.add(Path.of(named));
    }
    return found;
  }
}
