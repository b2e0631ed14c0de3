package dev.highwater.app.schedule;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ScheduleOptions;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.codec.FailedRunJson;
import dev.highwater.connectors.codec.FindingJson;
import dev.highwater.connectors.file.ArrivalFile;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.IndexedEvents;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Replays the runs of schedules over events that came at known times, twice: with what had come
 * before each run, as Splunk does, and with all events.
 */
public final class ScheduleStudy {

  private final ScheduleOptions options;
  private final Console console;

  public ScheduleStudy(ScheduleOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Writes the files and prints the comparison.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException {
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (inputs.hasErrors() || !isMatchedByArrivals(inputs)) {
      return ExitCode.FAILED;
    }
    Optional<ReplayContent> content = content();
    if (content.isEmpty()) {
      return ExitCode.FAILED;
    }
    DetectionSet detections = content.get().detections(options.content().zone());
    if (!options.content().quiet()) {
      inputs.warnOfUnknownSourcetypes(detections.knowledge().addOns(), console.err());
    }
    IndexedEvents events;
    try {
      events = read(inputs, detections);
    } catch (UncheckedIOException fault) {
      console.err().println(Objects.requireNonNull(fault.getCause()).getMessage());
      return ExitCode.FAILED;
    }
    write(content.get(), events);
    return ExitCode.DONE;
  }

  private boolean isMatchedByArrivals(ReplayInputs inputs) {
    if (options.arrivals() != null && inputs.files().size() != 1) {
      console
          .err()
          .println(
              "--arrival numbers the lines of one file; the inputs are "
                  + inputs.files().size()
                  + " files");
      return false;
    }
    return true;
  }

  private Optional<ReplayContent> content() {
    return EnabledContent.load(
            options.content(), options.detections(), options.enabled(), console.err())
        .flatMap(
            found ->
                ReplayContent.of(
                    found,
                    options.content().zone(),
                    ReplayContent.between(options.from(), options.to()),
                    console.err()));
  }

  private IndexedEvents read(ReplayInputs inputs, DetectionSet detections) throws IOException {
    Path arrivals = options.arrivals();
    try (IndexedFiles records =
        new IndexedFiles(inputs.files(), arrivals == null ? null : ArrivalFile.read(arrivals))) {
      return IndexedEvents.read(detections, records, options.disorder().toMillis());
    }
  }

  private void write(ReplayContent content, IndexedEvents events) throws IOException {
    ScheduleViews views = ScheduleViews.of(events, options.limits());
    writeFindings(ScheduleViews.COMPLETE, views.complete());
    writeFindings(ScheduleViews.SPLUNK, views.splunk());
    for (Map.Entry<String, List<Outcome.Failed>> each : views.failed().entrySet()) {
      writeFailed(each.getKey(), each.getValue());
    }
    ScheduleComparison comparison = ScheduleComparison.of(content, events.detections(), views);
    byte[] json = ScheduleJson.of(comparison, events.ledger());
    Files.write(options.outputDirectory().resolve("schedule.json"), json);
    if (options.content().format() == OutputFormat.JSON) {
      console.out().print(new String(json, StandardCharsets.UTF_8));
    } else if (!options.content().quiet()) {
      ScheduleTable.print(comparison, options.outputDirectory(), console);
    }
    console.out().flush();
  }

  private void writeFailed(String view, List<Outcome.Failed> runs) throws IOException {
    Path file = options.outputDirectory().resolve(view).resolve("failed.ndjson");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Outcome.Failed run : runs) {
        out.write(FailedRunJson.line(run));
      }
    }
    if (!runs.isEmpty()) {
      console.err().println(runs.size() + " runs failed -> " + file);
    }
  }

  private void writeFindings(String view, List<Finding> findings) throws IOException {
    Path directory = Files.createDirectories(options.outputDirectory().resolve(view));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("findings.ndjson")))) {
      for (Finding finding : findings) {
        out.write(FindingJson.line(finding));
      }
    }
  }
}
