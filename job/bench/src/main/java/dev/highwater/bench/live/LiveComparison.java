package dev.highwater.bench.live;

import dev.highwater.connectors.codec.FindingJson;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.MissedRuns;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.detect.RunningDetection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a live job found what a replay finds of the same events, each run without those that the
 * job said it missed (S-2100). A program: {@code LiveComparison BROKERS TOPIC PREFIX UNTIL
 * CONTENT...}; {@code UNTIL} is the last scheduled time that counts, as by then the job has done
 * all runs; detections of the content count only. All that a finding says is compared, but for the
 * revision of the content.
 */
public final class LiveComparison {

  private static final int MOST_SHOWN = 5;

  private final String brokers;
  private final String topic;
  private final String prefix;
  private final long untilMillis;

  private LiveComparison(String brokers, String topic, String prefix, Instant until) {
    this.brokers = brokers;
    this.topic = topic;
    this.prefix = prefix;
    this.untilMillis = until.toEpochMilli();
  }

  /** Prints some lines; ends with 1 when there is a difference. */
  public static void main(String[] arguments) {
    LiveComparison comparison =
        new LiveComparison(arguments[0], arguments[1], arguments[2], Instant.parse(arguments[3]));
    List<Path> content = Stream.of(arguments).skip(4).map(Path::of).toList();
    if (!comparison.isEqual(detections(ContentReader.read(content)))) {
      System.exit(1);
    }
  }

  private static DetectionSet detections(ContentPack pack) {
    DetectionPreparation preparation = new DetectionPreparation(pack, ZoneOffset.UTC);
    List<Prepared> prepared =
        new ArrayList<>(preparation.prepare(pack.detections(), UnaryOperator.identity()));
    prepared.addAll(preparation.baselinesOf(List.copyOf(prepared), UnaryOperator.identity()));
    return DetectionSet.compile(preparation.revision(prepared), ZoneOffset.UTC);
  }

  private boolean isEqual(DetectionSet detections) {
    List<Outcome.Late> late = new ArrayList<>();
    try (Topic told = Topic.open(brokers, prefix + ".late")) {
      told.forEachRemaining(record -> late.add(OutcomeLine.of(record.value()).late()));
    }
    Map<String, String> expected = replayed(detections, MissedRuns.of(late));
    Set<String> counting =
        detections.detections().stream().map(RunningDetection::id).collect(Collectors.toSet());
    Map<String, String> found = new TreeMap<>();
    List<String> repeated = new ArrayList<>();
    try (Topic findings = Topic.open(brokers, prefix + ".findings")) {
      while (findings.hasNext()) {
        OutcomeLine line = OutcomeLine.of(findings.next().value());
        if (counting.contains(line.text("detection_id"))) {
          take(line, found, repeated);
        }
      }
    }
    return tell(expected, found, repeated, late.size());
  }

  private Map<String, String> replayed(DetectionSet detections, MissedRuns missed) {
    ReferenceReplay.Result result;
    try (Topic events = Topic.open(brokers, topic)) {
      result = ReferenceReplay.replay(detections, new TopicEvents(events), missed);
    }
    Map<String, String> lines = new TreeMap<>();
    result
        .findings()
        .forEach(
            finding -> take(OutcomeLine.of(FindingJson.line(finding)), lines, new ArrayList<>()));
    return lines;
  }

  private void take(OutcomeLine line, Map<String, String> lines, List<String> repeated) {
    if (line.millis("scheduled_time") <= untilMillis) {
      String before = lines.put(line.text("finding_id"), line.without("content_revision"));
      if (before != null) {
        repeated.add(before);
      }
    }
  }

  private static boolean tell(
      Map<String, String> expected, Map<String, String> found, List<String> repeated, int late) {
    Set<String> missing = new HashSet<>(expected.keySet());
    missing.removeAll(found.keySet());
    Set<String> unexpected = new HashSet<>(found.keySet());
    unexpected.removeAll(expected.keySet());
    List<String> different =
        found.keySet().stream()
            .filter(id -> expected.containsKey(id) && !expected.get(id).equals(found.get(id)))
            .toList();
    System.out.printf(
        "%,d findings live, %,d of a replay less %,d late (event, run) pairs: %d missing,"
            + " %d not expected, %d different, %d more than once%n",
        found.size(),
        expected.size(),
        late,
        missing.size(),
        unexpected.size(),
        different.size(),
        repeated.size());
    show("missing", missing.stream().map(expected::get));
    show("not expected", unexpected.stream().map(found::get));
    show("different", different.stream().map(id -> found.get(id) + "\n  not " + expected.get(id)));
    show("again", repeated.stream());
    return missing.isEmpty()
        && unexpected.isEmpty()
        && different.isEmpty()
        && repeated.isEmpty()
        && !expected.isEmpty();
  }

  private static void show(String what, Stream<String> lines) {
    lines.limit(MOST_SHOWN).forEach(line -> System.out.println("  " + what + ": " + line));
  }
}
