package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** Small content with small logs, in a folder. */
record TestedContent(Path folder) {

  /** A log of this name cannot be read. */
  static final String BAD = "bad";

  /** A log of lines {@code time text}, or {@code arrival > time text}. */
  private record Lines(String input, List<String> texts) implements TestLog {

    @Override
    public Records open() throws IOException {
      if (input.equals(BAD)) {
        throw new IOException("no such luck");
      }
      EventOrigin origin = new EventOrigin(input, "h", "s", "t", "main");
      List<RawEvent> events = new ArrayList<>();
      texts.forEach(text -> events.add(event(origin, events.size(), text)));
      Iterator<RawEvent> iterator = events.iterator();
      return new Records() {
        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public RawEvent next() {
          return iterator.next();
        }

        @Override
        public void close() {}
      };
    }

    private static RawEvent event(EventOrigin origin, long offset, String line) {
      int arrow = line.indexOf(" > ");
      RawEvent event = RawEvent.of(origin, offset, line.substring(arrow < 0 ? 0 : arrow + 3));
      return arrow < 0
          ? event
          : event.withIndexTime(Instant.parse(line.substring(0, arrow)).toEpochMilli());
    }
  }

  static TestLog log(String input, String... texts) {
    return new Lines(input, List.of(texts));
  }

  /** Runs the tests of all detections in order, each over one log. */
  List<TestResult> run(List<TestLog> logs, boolean integration)
      throws IOException, InterruptedException {
    List<DetectionTest> tests = tests();
    List<PlannedTest> planned = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      planned.add(new PlannedTest(tests.get(i), List.of(logs.get(i))));
    }
    return runPlanned(planned, integration);
  }

  /** Runs tests whose logs are known. */
  List<TestResult> runPlanned(List<PlannedTest> planned, boolean integration)
      throws IOException, InterruptedException {
    TestSetting setting = new TestSetting(pack(), ZoneOffset.UTC, null, integration);
    return new DetectionTestRunner(setting, OptionalLong.empty(), new ReferenceTestEngine())
        .run(planned);
  }

  ContentPack pack() {
    return ContentReader.read(List.of(folder));
  }

  List<DetectionTest> tests() {
    return pack().detections().stream().flatMap(each -> DetectionTest.of(each).stream()).toList();
  }

  /**
   * Writes a detection.
   *
   * @param test more keys of its test
   * @param more keys of its own
   */
  void detection(String name, String search, String test, String... more) throws IOException {
    file(
        "deployments/ttp.yml",
        """
        name: ttp
        id: 9d7fc1f1-6f57-4a3c-b0ea-1f0e2a52d9a1
        scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
        alert_action: {rba: {enabled: true}}
        type: TTP
        """);
    String usual =
        """
        name: %1$s
        id: 00000000-0000-0000-0000-%2$012d
        version: 1
        search: '%3$s'
        rba:
          message: on $dest$
          risk_objects: [{field: dest, type: system, score: 20}]
          threat_objects: []
        tests:
        - name: test
          attack_data: [{data: x.log, source: s, sourcetype: t}]
          %4$s
        """
            .formatted(name, name.hashCode() & 0xfffffff, search, test);
    String rest = String.join("\n", more);
    String status = rest.contains("status:") ? "" : "status: production\n";
    String type = rest.contains("type:") ? "" : "type: TTP\n";
    file("detections/" + name + ".yml", usual + status + type + rest + "\n");
  }

  /** Writes any file of the content. */
  void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
