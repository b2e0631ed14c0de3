package dev.highwater.bench;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.GrowingSearch;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.LiveClock;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.EmbeddedConfiguration;
import dev.highwater.flink.local.InputVolume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How long after an event its early finding leaves the job, at a steady rate of events, and whether
 * the final findings are those of a job without early ones. A program: {@code EagerLatency CONTENT
 * LOG RATE SECONDS PARALLELISM}; {@code LOG} is of Sysmon for Linux, and its events that match
 * nothing are told again and again. One event of a thousand matches. Times count from when an event
 * was to come, so that a source that cannot keep the rate makes all of them late.
 */
public final class EagerLatency {

  private static final int DETECTIONS = 100;
  private static final int EVERY_MATCHING = 1000;
  private static final int WARM_UP_SECONDS = 20;

  private final JobContent content;
  private final int rate;
  private final int parallelism;
  private final long warmUp;
  private final long count;

  private EagerLatency(JobContent content, int rate, int seconds, int parallelism) {
    this.content = content;
    this.rate = rate;
    this.parallelism = parallelism;
    this.warmUp = (long) WARM_UP_SECONDS * rate;
    this.count = warmUp + (long) seconds * rate;
  }

  /** Prints some lines. */
  public static void main(String[] arguments) throws Exception {
    JobContent content =
        JobContent.of(revision(ContentReader.read(List.of(Path.of(arguments[0])))), ZoneOffset.UTC);
    DetectionSet detections = content.detections();
    List<EventTemplate> ordinary = LinuxEvents.ordinary(detections, Path.of(arguments[1]));
    PacedEvents.use(ordinary, LinuxEvents.suspicious());
    System.out.printf(
        "%d detections, %d of them can be early; %d different events that match nothing%n",
        detections.detections().size(),
        detections.detections().stream().filter(GrowingSearch::isIn).count(),
        ordinary.size());
    new EagerLatency(
            content,
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]))
        .measure();
  }

  /** Those that are for Sysmon for Linux, then others of process creations, by their names. */
  private static ContentRevision revision(ContentPack pack) {
    DetectionPreparation preparation = new DetectionPreparation(pack, ZoneOffset.UTC);
    List<Detection> candidates =
        Stream.concat(of(pack, "Sysmon for Linux"), of(pack, "Sysmon EventID 1"))
            .distinct()
            .toList();
    List<Prepared> prepared =
        preparation.prepare(candidates, UnaryOperator.identity()).stream()
            .filter(each -> !each.isRefused() && each.lookups().isEmpty())
            .limit(DETECTIONS)
            .toList();
    return preparation.revision(prepared);
  }

  private static Stream<Detection> of(ContentPack pack, String dataSource) {
    return pack.detections().stream()
        .filter(each -> each.dataSources().stream().anyMatch(name -> name.startsWith(dataSource)))
        .sorted(Comparator.comparing(Detection::name));
  }

  private void measure() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(parallelism, InputVolume.LARGE)) {
      OutcomeCollection.clear();
      run(cluster, true);
      List<OutcomeCollection.Arrival> arrivals = OutcomeCollection.arrivals();
      System.out.printf(
          "parallelism %d, %d events, %.0f a second, %.2f cores, source at most %.1f ms behind%n",
          parallelism,
          count,
          PacedEvents.measuredRate(warmUp, count, rate),
          PacedEvents.measuredCores(warmUp, rate),
          PacedEvents.mostBehindMillis());
      print("first " + WARM_UP_SECONDS + " s", arrivals, 0, warmUp);
      print("then", arrivals, warmUp, count);
      Map<String, String> found = OutcomeCollection.found();
      Set<String> early = OutcomeCollection.early();
      OutcomeCollection.clear();
      run(cluster, false);
      compare(found, early, OutcomeCollection.found());
    }
  }

  private void run(EmbeddedCluster cluster, boolean isEager) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            EmbeddedConfiguration.job(RuntimeExecutionMode.STREAMING, parallelism));
    PacedEvents events = new PacedEvents(rate, warmUp, count, EVERY_MATCHING, isEager);
    DataStream<RawEvent> records =
        environment
            .fromSource(
                new DataGeneratorSource<>(events, count, RawEventTypeInfo.INSTANCE),
                WatermarkStrategy.noWatermarks(),
                "generate events")
            .setParallelism(1);
    LiveClock clock =
        new LiveClock(LiveClock.USUAL_DISORDER, LiveClock.UNBOUNDED, Duration.ZERO, isEager);
    DataStream<Outcome> outcomes =
        new DetectionJob(content, parallelism, false, clock, RunLimits.DEFAULT).outcomesOf(records);
    outcomes.sinkTo(new OutcomeCollection()).setParallelism(1);
    cluster.run(environment.getStreamGraph(), accumulators -> {});
  }

  private void print(String what, List<OutcomeCollection.Arrival> arrivals, long from, long to) {
    double[] millis =
        arrivals.stream()
            .filter(each -> each.number() >= from && each.number() < to)
            .mapToDouble(each -> (each.nanos() - PacedEvents.dueNanos(each.number(), rate)) / 1e6)
            .sorted()
            .toArray();
    System.out.printf(
        "  %s: %d early findings of %d events, ms: p50 %.1f, p95 %.1f, p99 %.1f, max %.1f%n",
        what,
        millis.length,
        arrivals.stream()
            .mapToLong(OutcomeCollection.Arrival::number)
            .filter(number -> number >= from && number < to)
            .distinct()
            .count(),
        at(millis, 0.5),
        at(millis, 0.95),
        at(millis, 0.99),
        at(millis, 1));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private static void compare(
      Map<String, String> found, Set<String> early, Map<String, String> scheduled) {
    Set<String> neverEarly = new HashSet<>(found.keySet());
    neverEarly.removeAll(early);
    Set<String> neverFinal = new HashSet<>(early);
    neverFinal.removeAll(found.keySet());
    System.out.printf(
        "  %d final rows, %s those of the job without early findings (%d);"
            + " %d were not early, %d early ones are not final%n",
        found.size(),
        found.equals(scheduled) ? "equal to" : "DIFFERENT FROM",
        scheduled.size(),
        neverEarly.size(),
        neverFinal.size());
  }
}
