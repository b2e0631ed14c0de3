package dev.highwater.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows and risk by run, in an order of their own. What hangs on two lines of unclear reading, an
 * event without UtcTime and two events on one line, is left out.
 */
record ExpectedRuns(List<String> rows, List<String> risk) {

  private static final List<String> ROW =
      List.of(
          "dest",
          "file_create_time",
          "file_name",
          "process_guid",
          "file_path",
          "count",
          "firstTime",
          "lastTime");

  private static final List<String> RISK =
      List.of("risk_object", "risk_object_type", "risk_score", "risk_message");

  private static final List<String> UNCLEAR =
      List.of("noutc.service", "two-a.service", "two-b.service");

  /** What a replay wrote. */
  static ExpectedRuns found(Path directory) throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> risk = new ArrayList<>();
    Map<Object, String> runs = new HashMap<>();
    for (Map<String, Object> finding : JsonTree.lines(directory.resolve("findings.ndjson"))) {
      String run = run(JsonTree.of(finding, "scheduled_time"));
      runs.put(JsonTree.of(finding, "finding_id"), run);
      add(rows, run, ROW, (Map<?, ?>) JsonTree.of(finding, "row"));
    }
    for (Map<String, Object> event : JsonTree.lines(directory.resolve("risk.ndjson"))) {
      add(risk, runs.getOrDefault(JsonTree.of(event, "finding_id"), "no run"), RISK, event);
    }
    return sorted(rows, risk);
  }

  /** The rows of a file of findings alone. */
  static List<String> rowsFound(Path directory) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Map<String, Object> finding : JsonTree.lines(directory.resolve("findings.ndjson"))) {
      String run = run(JsonTree.of(finding, "scheduled_time"));
      add(rows, run, ROW, (Map<?, ?>) JsonTree.of(finding, "row"));
    }
    Collections.sort(rows);
    return rows;
  }

  /** The rows of the last revision of each finding that has not been withdrawn. */
  static List<String> lastRevisions(Path directory) throws IOException {
    Map<Object, Map<String, Object>> last = new HashMap<>();
    for (Map<String, Object> finding : JsonTree.lines(directory.resolve("findings.ndjson"))) {
      last.merge(
          JsonTree.of(finding, "finding_id"),
          finding,
          (one, other) -> revision(one) > revision(other) ? one : other);
    }
    List<String> rows = new ArrayList<>();
    for (Map<String, Object> finding : last.values()) {
      if (!JsonTree.of(finding, "status").equals("withdrawn")) {
        String run = run(JsonTree.of(finding, "scheduled_time"));
        add(rows, run, ROW, (Map<?, ?>) JsonTree.of(finding, "row"));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static long revision(Map<String, Object> finding) {
    return Long.parseLong(JsonTree.of(finding, "revision").toString());
  }

  /** What an independent evaluator expects. */
  static ExpectedRuns of(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> risk = new ArrayList<>();
    for (Map<String, Object> run : JsonTree.lines(file)) {
      String time = run(JsonTree.of(run, "run"));
      JsonTree.objects(JsonTree.of(run, "rows")).forEach(row -> add(rows, time, ROW, row));
      JsonTree.objects(JsonTree.of(run, "risk")).forEach(event -> add(risk, time, RISK, event));
    }
    return sorted(rows, risk);
  }

  private static ExpectedRuns sorted(List<String> rows, List<String> risk) {
    Collections.sort(rows);
    Collections.sort(risk);
    return new ExpectedRuns(rows, risk);
  }

  /** To the minute. */
  private static String run(Object time) {
    return time.toString().substring(0, 16);
  }

  private static void add(List<String> all, String run, List<String> fields, Map<?, ?> object) {
    List<String> values = new ArrayList<>(List.of(run));
    fields.forEach(field -> values.add(Objects.toString(object.get(field), "")));
    String text = String.join(" | ", values);
    if (UNCLEAR.stream().noneMatch(text::contains)) {
      all.add(text);
    }
  }
}
