package dev.highwater.app.risk;

import static dev.highwater.app.risk.ResultFiles.text;
import static dev.highwater.app.risk.ResultFiles.texts;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.options.EventsOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.FindingEvents;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.SearchPass;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows the events that a finding comes of. */
public final class EventsView {

  private static final String CORRELATION = "Correlation";

  private final EventsOptions options;
  private final Console console;

  public EventsView(EventsOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /** Prints them; every error has been printed. */
  public ExitCode run() throws IOException {
    Json.Members finding = finding();
    if (finding == null) {
      console.err().println("No finding " + options.findingId() + " in " + options.results());
      return ExitCode.FAILED;
    }
    if (text(finding, "type").equals(CORRELATION)) {
      return riskEvents(finding); // also of rules that no content holds
    }
    if (options.inputs().isEmpty()) {
      return named(finding);
    }
    Optional<DetectionSet> detections = detections(finding);
    if (detections.isEmpty()) {
      return ExitCode.FAILED;
    }
    RunningDetection detection = detections.get().detection(text(finding, "detection_id"));
    return detection.pass() == SearchPass.RISK
        ? riskEvents(finding)
        : events(detections.get(), detection, finding);
  }

  private Json.@Nullable Members finding() throws IOException {
    List<Json.Members> found = new ArrayList<>();
    ResultFiles.forEach(
        options.results(),
        "findings",
        line -> {
          if (text(line, "finding_id").equals(options.findingId())) {
            found.add(line);
          }
        });
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  private static long scheduledMillis(Json.Members finding) {
    return Instant.parse(text(finding, "scheduled_time")).toEpochMilli();
  }

  private Optional<DetectionSet> detections(Json.Members finding) {
    boolean isAllTime = text(finding, "latest").isEmpty();
    UnaryOperator<ScheduleItem> schedule =
        item ->
            isAllTime
                ? ScheduleItem.allTime(scheduledMillis(finding), options.content().zone())
                : item;
    return ContentLoading.load(
            options.content(), List.of(text(finding, "detection_id")), console.err())
        .flatMap(
            loaded -> ReplayContent.of(loaded, options.content().zone(), schedule, console.err()))
        .map(content -> content.detections(options.content().zone()));
  }

  private ExitCode events(DetectionSet detections, RunningDetection detection, Json.Members finding)
      throws IOException {
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    FindingEvents search = new FindingEvents(detection, scheduledMillis(finding), options.most());
    for (InputFile file : inputs.files()) {
      try (RawEventReader records = RawEventReader.open(file)) {
        search.read(detections, records);
      }
    }
    FindingEvents.Sources sources = search.of(options.findingId());
    if (!sources.isReproduced()) {
      console
          .err()
          .println("The run does not find it again: content or input are not those of the replay");
      return ExitCode.FAILED;
    }
    if (!sources.isExact()) {
      console.err().println("It takes several events together; these are all that were searched");
    }
    sources.events().forEach(this::print);
    console.out().flush();
    return ExitCode.DONE;
  }

  /** The events that the finding names, read from where they stand. */
  private ExitCode named(Json.Members finding) throws IOException {
    Map<String, Set<Long>> places = new LinkedHashMap<>();
    if (finding.byName().get("events") instanceof Json.Items events) {
      for (Json each : events.list()) {
        if (each instanceof Json.Members place) {
          places
              .computeIfAbsent(text(place, "input"), input -> new TreeSet<>())
              .add(Long.valueOf(text(place, "offset")));
        }
      }
    }
    ReplayInputs inputs =
        ReplayInputs.resolve(
            List.copyOf(places.keySet()), options.overrides(), options.content(), console.err());
    if (places.isEmpty() || inputs.hasErrors()) {
      console.err().println("Name the inputs of the replay, to have them searched for the events");
      return ExitCode.FAILED;
    }
    for (InputFile file : inputs.files()) {
      try (RawEventReader records = RawEventReader.open(file)) {
        printThose(records, places.getOrDefault(file.origin().input(), Set.of()));
      }
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private void printThose(RawEventReader records, Set<Long> offsets) {
    int left = offsets.size();
    while (left > 0 && records.hasNext()) {
      RawEvent event = records.next();
      if (offsets.contains(event.offset())) {
        print(event);
        left--;
      }
    }
  }

  private void print(RawEvent event) {
    if (options.content().format() == OutputFormat.JSON) {
      byte[] line =
          JsonLine.of(
              json ->
                  json.text("input", event.origin().input())
                      .number("offset", event.offset())
                      .text("host", event.origin().host())
                      .text("source", event.origin().source())
                      .text("sourcetype", event.origin().sourcetype())
                      .text("raw", event.text()));
      console.out().print(new String(line, StandardCharsets.UTF_8));
    } else {
      console.out().println(event.origin().input() + "@" + event.offset());
      console.out().println(event.text());
    }
  }

  /** Risk events of the row's sources about something that the row names, in the run's window. */
  private ExitCode riskEvents(Json.Members finding) throws IOException {
    List<String> values = new ArrayList<>();
    if (finding.byName().get("row") instanceof Json.Members row) {
      for (String field : row.byName().keySet()) {
        String value = text(row, field);
        values.addAll(value.startsWith("[") ? texts(row, field) : List.of(value));
      }
    }
    Instant earliest = Instant.parse(text(finding, "earliest"));
    String latest = text(finding, "latest");
    long[] left = {options.most()};
    ResultFiles.forEach(
        options.results(),
        "risk",
        event -> {
          Instant time = Instant.parse(text(event, "_time"));
          boolean isInside =
              !time.isBefore(earliest)
                  && (latest.isEmpty() || time.isBefore(Instant.parse(latest)));
          boolean isMeant =
              values.contains(text(event, "search_name"))
                  && (values.contains(text(event, "risk_object"))
                      || values.contains(text(event, "normalized_risk_object")));
          if (isInside && isMeant && left[0]-- > 0) {
            console.out().println(JsonWriter.write(event));
          }
        });
    console.out().flush();
    return ExitCode.DONE;
  }
}
