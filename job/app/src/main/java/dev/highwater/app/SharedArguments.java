package dev.highwater.app;

import dev.highwater.app.options.AppOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.engine.cim.CimVersion;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes and that {@code highwater.yml} may hold. */
final class SharedArguments extends HelpArgument {
  /** Names of the options, without dashes: the keys of {@code highwater.yml}. */
  static final List<String> NAMES =
      List.of(
          "content",
          "apps",
          "no-built-in-apps",
          "cim",
          "macros",
          "lookups",
          "local",
          "geoip",
          "tz",
          "now",
          "quiet",
          "format");

  /** Those of them that may be repeated. */
  static final List<String> REPEATABLE = List.of("content", "apps");

  /** Parts the values of a repeatable option that come from a file; no path holds it. */
  static final String SEPARATOR = "\u0001";

  @Option(
      names = "--content",
      paramLabel = "DIR",
      split = SEPARATOR,
      splitSynopsisLabel = "",
      description = {
        "A checkout of security content (splunk/security_content); may be repeated, the later one"
            + " wins. Default: the built-in content."
      })
  private List<Path> content = List.of();

  @Option(
      names = "--apps",
      paramLabel = "DIR",
      split = SEPARATOR,
      splitSynopsisLabel = "",
      description = {
        "A Splunk app, or a directory of apps, with default/ and local/ (props, transforms,"
            + " eventtypes, tags, macros), lookups/ and data models; may be repeated. What it says"
            + " holds over the add-ons that come with Highwater."
      })
  private List<Path> apps = List.of();

  @Option(
      names = "--no-built-in-apps",
      description = "Leave out the add-ons that come with Highwater.")
  private boolean withoutBuiltInApps;

  @Option(
      names = "--cim",
      paramLabel = "VERSION",
      description =
          "The version of the Common Information Model whose rules the data models follow, as 5.0.1"
              + " or 8.5. Default: 5.0.1 with the fields of later versions.")
  private @Nullable String cim;

  @Option(
      names = "--macros",
      paramLabel = "FILE",
      description = "Macros (.yml or macros.conf) that win over those of the content.")
  private @Nullable Path macros;

  @Option(
      names = "--lookups",
      paramLabel = "DIR",
      description =
          "CSV files with what lookups hold before the first run: FILE.csv or NAME.csv takes the"
              + " place of the table of that file or name.")
  private @Nullable Path lookups;

  @Option(
      names = "--local",
      paramLabel = "FILE",
      description =
          "A savedsearches.conf that wins over the content: cron_schedule, dispatch.earliest_time,"
              + " dispatch.latest_time, alert.suppress*, disabled.")
  private @Nullable Path local;

  @Option(
      names = "--geoip",
      paramLabel = "FILE",
      description =
          "Where addresses are, for iplocation: a database of MaxMind's form with cities, such as"
              + " GeoLite2-City.mmdb or dbip-city-lite.mmdb.")
  private @Nullable Path geoip;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Time zone of the searches, as Europe/Berlin or +02:00. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "The time of a run that has no schedule, and its now().")
  private @Nullable String now;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How results are printed: text or json; lint and validate: sarif or github, too; search:"
              + " ndjson, csv or table. Default: text, of search ndjson.")
  private @Nullable OutputFormat format;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress and no summary, only errors.")
  private boolean quiet;

  /** The options as the work wants them; what is wrong with them goes to the faults. */
  ContentOptions options(ArgumentFaults faults) {
    OutputFormat chosen = Objects.requireNonNullElse(format, OutputFormat.TEXT);
    refuse(chosen.isForFaults(), "lint and validate", faults);
    refuse(chosen.isForRows(), "search", faults);
    return options(chosen, faults);
  }

  /** The options of {@code lint} and {@code validate}, which know the formats of faults, too. */
  ContentOptions lintOptions(ArgumentFaults faults) {
    OutputFormat chosen = Objects.requireNonNullElse(format, OutputFormat.TEXT);
    refuse(chosen.isForRows(), "search", faults);
    return options(chosen, faults);
  }

  /** The options of {@code search}, whose formats are those of rows. */
  ContentOptions searchOptions(ArgumentFaults faults) {
    OutputFormat chosen = Objects.requireNonNullElse(format, OutputFormat.NDJSON);
    refuse(chosen.isForFaults(), "lint and validate", faults);
    return options(chosen == OutputFormat.JSON ? OutputFormat.NDJSON : chosen, faults);
  }

  private void refuse(boolean isRefused, String owner, ArgumentFaults faults) {
    if (isRefused) {
      String name = String.valueOf(format).toLowerCase(Locale.ROOT);
      faults.add("--format: " + name + " is for " + owner + " only");
    }
  }

  private String cim(ArgumentFaults faults) {
    try {
      return cim == null ? "" : CimVersion.parse(cim).toString();
    } catch (IllegalArgumentException e) {
      faults.add("--cim: " + e.getMessage());
      return "";
    }
  }

  private ContentOptions options(OutputFormat chosen, ArgumentFaults faults) {
    return new ContentOptions(
        content,
        macros,
        lookups,
        geoip,
        new AppOptions(apps, !withoutBuiltInApps, cim(faults)),
        local,
        zone,
        faults.time("--now", now, zone),
        chosen,
        quiet);
  }
}
