package dev.highwater.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of the events that runs missed, by run, as a replay's late.ndjson says. */
record LateEvents(Map<String, List<String>> byRun) {

  /** Reads the ledger, and the events themselves where it says that they stand. */
  static LateEvents of(Path out, Path log) throws IOException {
    Map<String, List<String>> byRun = new HashMap<>();
    try (RandomAccessFile events = new RandomAccessFile(log.toFile(), "r")) {
      for (Map<String, Object> line : JsonTree.lines(out.resolve("late.ndjson"))) {
        events.seek(Long.parseLong(String.valueOf(JsonTree.of(line, "offset"))));
        String run = String.valueOf(JsonTree.of(line, "scheduled_time")).substring(0, 16);
        String text = events.readLine(); // bytes as characters: what is looked for is ASCII
        byRun.computeIfAbsent(run, key -> new ArrayList<>()).add(text);
      }
    }
    return new LateEvents(byRun);
  }

  /** Whether a row of {@link ExpectedRuns} is about an event that its run missed. */
  boolean explain(String row) {
    String run = row.substring(0, 16);
    String processGuid = row.split(" \\| ", -1)[4];
    return byRun.getOrDefault(run, List.of()).stream()
        .anyMatch(event -> event.contains(processGuid));
  }
}
