package dev.highwater.app.fields;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.MacroLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the add-ons give of the fields that content lists for the example log of a data source.
 *
 * <p>A program, too: {@code DataSourceCoverage DATA_SOURCES [TEXT]} prints a line for each source
 * whose name, sourcetype or source holds the text.
 *
 * @param name of the data source
 * @param origin sourcetype and source
 * @param hasEvent whether the example is more than a date
 * @param wanted how many fields are listed, less Splunk's own bookkeeping
 * @param missing those without a value; {@code _time} when the event has no time
 */
record DataSourceCoverage(
    String name, EventOrigin origin, boolean hasEvent, int wanted, List<String> missing) {

  /** Indexing gives them, not the add-on; or they are about the search's own display. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "_time",
          "linecount",
          "punct",
          "splunk_server",
          "splunk_server_group",
          "timestamp",
          "timestartpos",
          "timeendpos",
          "index",
          "eventtype",
          "tag",
          "EventData_Xml",
          "System_Props_Xml");

  /** An event in the text form of Windows that ends with its first line. */
  private static final Pattern DATE_ALONE =
      Pattern.compile("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d [AP]M");

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    String text = arguments.length > 1 ? arguments[1] : "";
    List<DataSourceCoverage> sources =
        all(Path.of(arguments[0])).stream()
            .filter(source -> (source.name + source.origin).contains(text))
            .toList();
    sources.forEach(source -> System.out.println(source.line()));
    System.out.println(total("sources", sources));
    System.out.println(
        total(
            "whose example is more than a date",
            sources.stream().filter(DataSourceCoverage::hasEvent).toList()));
  }

  private static String total(String kind, List<DataSourceCoverage> sources) {
    int wanted = sources.stream().mapToInt(DataSourceCoverage::wanted).sum();
    int given = wanted - sources.stream().mapToInt(source -> source.missing.size()).sum();
    return String.format(
        "%d %s: %d of %d fields (%.1f %%), %d sources under 80 %%",
        sources.size(),
        kind,
        given,
        wanted,
        100.0 * given / wanted,
        sources.stream().filter(source -> source.share() < 0.8).count());
  }

  /** All data sources of a directory that have an example log and list fields, by name. */
  static List<DataSourceCoverage> all(Path directory) throws IOException {
    AddOnLibrary addOns = Knowledge.builtIn(MacroLibrary.NONE, ZoneOffset.UTC).addOns();
    List<DataSourceCoverage> sources = new ArrayList<>();
    try (var files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        Map<?, ?> source = read(file);
        String example = String.valueOf(source.get("example_log")).strip();
        if (!example.isEmpty() && !example.equals("null") && source.get("fields") != null) {
          sources.add(of(source, example, addOns));
        }
      }
    }
    return sources;
  }

  /** A data source as its YAML says. */
  static Map<?, ?> read(Path file) throws IOException {
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    return (Map<?, ?>) Objects.requireNonNull(yaml);
  }

  /** What an event of a data source has and has not. */
  static DataSourceCoverage of(Map<?, ?> source, String text, AddOnLibrary addOns) {
    EventOrigin origin =
        new EventOrigin(
            "example",
            "h",
            String.valueOf(source.get("source")),
            String.valueOf(source.get("sourcetype")),
            "main");
    EventFields fields = addOns.fieldsOf(origin);
    RawEvent raw = RawEvent.of(origin, 0, text);
    long time = fields.timeOf(raw);
    fields.moveTo(raw, time);
    List<String> missing = new ArrayList<>(time == RawEvent.NO_TIME ? List.of("_time") : List.of());
    int wanted = missing.size();
    for (Object name : (List<?>) Objects.requireNonNull(source.get("fields"))) {
      String field = String.valueOf(name);
      if (isTheAddOns(field)) {
        wanted++;
        if (fields.get(field) == null) {
          missing.add(field);
        }
      }
    }
    return new DataSourceCoverage(
        String.valueOf(source.get("name")),
        origin,
        !DATE_ALONE.matcher(text).matches(),
        wanted,
        List.copyOf(missing));
  }

  private static boolean isTheAddOns(String field) {
    return !BOOKKEEPING.contains(field) && !field.startsWith("date_") && !field.startsWith("tag::");
  }

  /** The share of the wanted fields that have a value, 0 to 1. */
  double share() {
    return wanted == 0 ? 1 : 1 - missing.size() / (double) wanted;
  }

  /** A line of the table: the share, the source, what is missing. */
  String line() {
    return String.format(
        "%3.0f %% of %3d  %-55s %-30s %s",
        100 * share(),
        wanted,
        name,
        origin.sourcetype(),
        missing.size() > 40 ? missing.size() + " missing" : missing);
  }
}
