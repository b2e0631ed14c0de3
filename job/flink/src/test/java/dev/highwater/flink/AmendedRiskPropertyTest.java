package dev.highwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.StashText;
import dev.highwater.engine.schedule.EventClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Late events amend findings, these their risk, and that the findings of searches that correlate:
 * the last revisions of all of it are what a replay finds that has every event in time. The
 * searches see a risk event's score, its time, its text and the fields that it is grouped by, each
 * of which may change, and whether it is there at all. Rules S-914, S-1408, S-1922.
 */
@SuppressWarnings("try") // the harness declares that close() throws anything
class AmendedRiskPropertyTest {

  private static final String FILES =
      "| tstats count as n min(_time) as _time values(Filesystem.file_path) as file_path"
          + " from datamodel=Endpoint.Filesystem by Filesystem.file_name"
          + " | rename Filesystem.* as *";
  private static final String RISK =
      "| tstats sum(All_Risk.calculated_risk_score) as score count as n values(source) as source"
          + " from datamodel=Risk.All_Risk ";

  private static final JobContent CONTENT =
      TestDetection.content(
          TestDetection.of("counted")
              .searchedBy(FILES)
              .raising("$n$ files of $file_name$", "file_name", 40),
          TestDetection.of("named").searchedBy(FILES).raising("$file_name$", "file_path", 20),
          TestDetection.of("few")
              .searchedBy(FILES + " | where n < 3")
              .raising("few of $file_name$", "file_name", 30),
          correlation("sums", RISK + "by All_Risk.risk_object | where score > 60"),
          correlation(
              "texts",
              RISK
                  + "where All_Risk.risk_message=\"2 files*\""
                  + " by All_Risk.risk_object All_Risk.risk_message"),
          correlation(
              "fields",
              "index=risk | stats sum(calculated_risk_score) as score min(_time) as first"
                  + " by file_name, n"),
          correlation("rows", "index=risk | table _time source risk_object risk_message n"));

  private static final long START = FileEvents.at("10:00:00.000");
  private static final int HOUR = 3_600_000;
  private static final long DISORDER = 5000;

  private static TestDetection correlation(String id, String search) {
    return TestDetection.of(id).searchedBy(search).searching("-60m", "now").withoutRisk();
  }

  /** A file, when it was created, and how long after that its event came; both milliseconds. */
  record Sent(String file, int at, int late) {

    private RawEvent record() {
      String time = Instant.ofEpochMilli(START + at).toString().substring(11);
      return FileEvents.created(
          time.length() == 9 ? time.replace("Z", ".000") : time.replace("Z", ""), file);
    }
  }

  /** What is known in the end of findings and of risk events, by id. */
  private record Known(Map<String, Row> findings, Map<String, String> risk) {

    private static Known of(List<Finding> findings, List<RiskEvent> risk) {
      Known known = new Known(new HashMap<>(), new HashMap<>());
      for (Finding each : findings) {
        if (each.status() == Status.WITHDRAWN) {
          known.findings().remove(each.findingId());
        } else {
          known.findings().put(each.findingId(), each.row());
        }
      }
      for (RiskEvent each : risk) {
        if (each.status() == Status.WITHDRAWN) {
          known.risk().remove(each.riskEventId());
        } else {
          known.risk().put(each.riskEventId(), StashText.of(each));
        }
      }
      return known;
    }
  }

  @Property(tries = 60)
  void theLastRevisionsAreWhatACompleteReplayFinds(@ForAll("sent") List<Sent> sent)
      throws Exception {
    try (TwoPasses passes = live(sent)) {
      assertThat(Known.of(passes.findings(), passes.risk())).isEqualTo(complete(sent));
      assertThat(numbers(passes)).doesNotHaveDuplicates();
      assertThat(passes.lateForCorrelations()).isEmpty();
      assertThat(passes.hasNothingLeft()).isTrue();
    }
  }

  @Example
  void eachSearchSaysSomethingElseForLateEvents() throws Exception {
    List<Sent> sent =
        List.of(
            new Sent("/etc/a/x", 60_000, 0),
            new Sent("/etc/b/x", 70_000, 0),
            new Sent("/etc/b/y", 70_000, 0),
            new Sent("/etc/b/z", HOUR, 0),
            new Sent("/etc/a/x", 50_000, 2 * HOUR),
            new Sent("/etc/c/x", 3 * HOUR, 0));
    try (TwoPasses passes = live(sent)) {
      Map<String, Set<Status>> statuses = new HashMap<>();
      for (Finding each : passes.findings()) {
        statuses.computeIfAbsent(each.detectionId(), id -> new HashSet<>()).add(each.status());
      }
      Set<Status> changed = Set.of(Status.FINAL, Status.AMENDED);
      Set<Status> ended = Set.of(Status.FINAL, Status.WITHDRAWN);
      Set<Status> both = Set.of(Status.FINAL, Status.AMENDED, Status.WITHDRAWN);
      assertThat(statuses)
          .isEqualTo(
              Map.of(
                  "counted", changed,
                  "named", changed,
                  "few", ended,
                  "sums", ended,
                  "texts", ended,
                  "fields", both,
                  "rows", both));
    }
  }

  /** Revisions by which consumers key. */
  private static List<String> numbers(TwoPasses passes) {
    List<String> numbers = new ArrayList<>();
    passes.findings().forEach(each -> numbers.add(each.findingId() + " " + each.revision()));
    passes.risk().forEach(each -> numbers.add(each.riskEventId() + " " + each.revision()));
    return numbers;
  }

  private static TwoPasses live(List<Sent> sent) throws Exception {
    TwoPasses passes = new TwoPasses(CONTENT, 9 * HOUR);
    DetectionRouter router = new DetectionRouter(CONTENT.detections(), new Ledger());
    RecordTimes times = new RecordTimes(CONTENT.detections().knowledge().addOns());
    EventClock clock = new EventClock(DISORDER, EventClock.NO_BOUND, EventClock.NOT_STARTED);
    List<Sent> arriving =
        sent.stream().sorted(Comparator.comparingInt(each -> each.at() + each.late())).toList();
    for (Sent each : arriving) {
      RawEvent raw = each.record();
      long time = times.timeOf(raw);
      List<RoutedGroup> groups = new ArrayList<>();
      router.route(raw, time, clock.watermarkMillis(), groups::add);
      for (var group : groups) {
        passes.read(group);
      }
      clock.follow(time);
      passes.watermark(clock.watermarkMillis());
    }
    passes.watermark(Watermark.MAX_WATERMARK.getTimestamp());
    return passes;
  }

  private static Known complete(List<Sent> sent) {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(
            CONTENT.detections(), sent.stream().map(Sent::record).toList().iterator());
    return Known.of(result.findings(), result.riskEvents());
  }

  @Provide
  Arbitrary<List<Sent>> sent() {
    Arbitrary<String> files =
        Arbitraries.of("/etc/a/x", "/etc/b/x", "/etc/c/x", "/etc/a/y", "/etc/b/y");
    Arbitrary<Integer> late =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4000), Arbitraries.integers().between(0, 3 * HOUR));
    return Combinators.combine(files, Arbitraries.integers().between(0, 3 * HOUR), late)
        .as(Sent::new)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(40);
  }
}
