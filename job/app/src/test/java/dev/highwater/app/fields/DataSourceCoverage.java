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
 * @param wanted how many fields are listed, less Splunk's own bookkeeping
 * @param missing those without a value; {@code _time} when the event has no time
 */
record DataSourceCoverage(String name, EventOrigin origin, int wanted, List<String> missing) {

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

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    String text = arguments.length > 1 ? arguments[1] : "";
    int wanted = 0;
    int missing = 0;
    for (DataSourceCoverage source : all(Path.of(arguments[0]))) {
      if (!(source.name + source.origin).contains(text)) {
        continue;
      }
      wanted += source.wanted;
      missing += source.missing.size();
      System.out.println(source.line());
    }
    System.out.printf("%d of %d fields%n", wanted - missing, wanted);
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
        String.valueOf(source.get("name")), origin, wanted, List.copyOf(missing));
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
