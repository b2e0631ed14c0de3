package dev.highwater.app;

import dev.highwater.engine.run.RunLimits;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How much one run of a search may hold. */
final class LimitArguments {

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmg]?)b?");

  @Option(
      names = "--run-rows",
      paramLabel = "N",
      description =
          "Rows and groups that a run of a search may hold; one that outgrows it fails. Default:"
              + " ${DEFAULT-VALUE}.")
  private long rows = RunLimits.DEFAULT.rows();

  @Option(
      names = "--run-bytes",
      paramLabel = "SIZE",
      description =
          "Memory that a run of a search may hold, as 500m or 2g; one that outgrows it fails."
              + " Default: ${DEFAULT-VALUE}.")
  private String bytes = "2g";

  /** The limits; what is wrong with them goes to the faults. */
  RunLimits limits(ArgumentFaults faults) {
    Matcher size = SIZE.matcher(bytes.toLowerCase(Locale.ROOT));
    long number = size.matches() ? Long.parseLong(size.group(1)) : 0;
    if (rows < 1) {
      faults.add("--run-rows: " + rows + " (must be at least 1)");
    }
    if (number < 1) {
      faults.add("--run-bytes: '" + bytes + "' (must be a size, as 500m or 2g)");
    }
    return rows < 1 || number < 1
        ? RunLimits.DEFAULT
        : new RunLimits(rows, number << shift(size.group(2)));
  }

  private static int shift(String unit) {
    return unit.isEmpty() ? 0 : 10 * ("kmg".indexOf(unit) + 1);
  }
}
