package dev.highwater.engine.detect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detections that name lookups, from the content's files to findings. Rules S-1140, S-1141. */
class ScheduledLookupTest {

  private static final EventOrigin ORIGIN =
      new EventOrigin("files.log", "h", "sysmon", "sysmon:linux", "main");

  private static final String CREATED =
      "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>11</EventID>"
          + "<Computer>web-01</Computer></System><EventData>"
          + "<Data Name=\"UtcTime\">2026-03-01 10:00:00.000</Data>"
          + "<Data Name=\"TargetFilename\">/etc/passwd</Data>"
          + "</EventData></Event>";

  private static final String FILES =
      "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest"
          + " | rename Filesystem.dest as dest";

  @TempDir private Path folder;

  @BeforeEach
  void writeLookups() {
    write(
        "deployments/ttp.yml",
        "name: TTP\ntype: TTP\nscheduling:"
            + " {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}\n"
            + "alert_action: {rba: {enabled: false}}\n");
    write(
        "deployments/baseline.yml",
        "name: B\ntype: Baseline\nscheduling:"
            + " {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}\n");
    write("lookups/owners.yml", "name: owners\nfilename: o.csv\nmatch_type: WILDCARD(host)\n");
    write("lookups/o.csv", "host,owner\ndb-*,Bob\nweb-*,Ann\n");
    write("lookups/seen.yml", "name: seen\ncollection: seen\nfields_list: _key, dest\n");
  }

  @Test
  void matchesWhatTheContentsFileHolds() {
    write("detections/a.yml", FILES + " | lookup owners host as dest OUTPUT owner");
    assertThat(findings()).extracting(finding -> text(finding, "owner")).containsExactly("Ann");
  }

  @Test
  void namesALookupByItsFileWhichMatchesExactly() {
    write("detections/a.yml", FILES + " | lookup o.csv host as dest OUTPUT owner");
    assertThat(findings()).extracting(finding -> text(finding, "owner")).containsExactly("none");
  }

  /** S-1065, S-1069. */
  @Test
  void sendsTheLookupsOfADatasetsCalculations() {
    write(
        "lookups/mitre_enrichment.csv", "mitre_id,technique,tactics\nT1543,Service,Persistence\n");
    write(
        "detections/a.yml", "| tstats count from datamodel=Risk.All_Risk by All_Risk.risk_object");
    DetectionPreparation preparation = preparation();
    ContentRevision sent =
        ContentRevisionCodec.decode(
            ContentRevisionCodec.encode(preparation.revision(prepared(preparation))));
    Dataset risk =
        requireNonNull(
            DetectionSet.compile(sent, ZoneOffset.UTC)
                .knowledge()
                .dataModels()
                .dataset("Risk", "All_Risk"));
    Row event = new Row().set("annotations.mitre_attack", FieldValue.of("T1543"));
    Membership membership =
        new Membership(event, RunContext.BEFORE_RUN, SearchExpressionCompiler::compile);
    assertThat(
            new DatasetFields(risk, membership)
                .get("All_Risk.annotations.mitre_attack.mitre_tactic_id"))
        .isEqualTo(FieldValue.of("TA0003"));
  }

  @Test
  void makesRowsOfALookup() {
    write("detections/a.yml", "| inputlookup owners | search owner=B*");
    assertThat(findings()).extracting(finding -> text(finding, "host")).containsExactly("db-*");
  }

  @Test
  void findsALookupThatAFunctionNames() {
    write(
        "detections/a.yml",
        FILES
            + " | eval owner=lookup(\"owners\", json_object(\"host\", dest), json_array(\"owner\"))");
    assertThat(findings())
        .extracting(finding -> text(finding, "owner"))
        .containsExactly("{\"owner\":\"Ann\"}");
  }

  @Test
  void keepsWhatBaselinesWriteForLaterRunsAndForDetections() {
    write(
        "baselines/keep.yml",
        FILES
            + " | fields dest | inputlookup append=t seen | stats count by dest"
            + " | outputlookup seen");
    write("detections/a.yml", "| inputlookup seen | stats count values(dest) as dests");
    assertThat(findings(at("10:00", "web-01"), at("11:00", "db-01"), at("11:10", "web-01")))
        .extracting(finding -> finding.window().scheduledMillis(), f -> text(f, "dests"))
        .containsExactly(tuple(millis("11:00"), "web-01"), tuple(millis("12:00"), "db-01\nweb-01"));
  }

  @Test
  void emptiesALookupInARunThatSeesNoEvent() {
    write("baselines/keep.yml", FILES + " | outputlookup seen");
    write("detections/a.yml", "| inputlookup seen | stats count");
    assertThat(findings(at("10:00", "web-01"), at("12:00", "web-01")))
        .extracting(finding -> text(finding, "count"))
        .containsExactly("1", "0", "1");
  }

  @Test
  void letsASearchThatWritesAndReadsRunBehindThoseThatOnlyWrite() {
    write("detections/a.yml", "| inputlookup append=t seen | eval dest=\"x\" | outputlookup seen");
    write("baselines/keep.yml", FILES + " | outputlookup seen");
    assertThat(findings(at("10:00", "web-01")))
        .extracting(finding -> text(finding, "dest"))
        .containsExactly("x");
  }

  @Test
  void leavesOutBaselinesThatKeepNothingForTheDetections() {
    write("baselines/keep.yml", FILES + " | outputlookup o.csv");
    write("detections/a.yml", "| inputlookup seen");
    DetectionPreparation preparation = preparation();
    assertThat(preparation.baselinesOf(prepared(preparation), UnaryOperator.identity())).isEmpty();
  }

  @Test
  void startsFromTheTableThatTheUserGives() throws IOException {
    write("state/seen.csv", "_key,dest\n1,db-09\n2,\n");
    write("detections/a.yml", "| inputlookup seen | where isnotnull(dest)");
    assertThat(
            findings(
                ContentReader.read(List.of(folder)).withLookupFiles(folder.resolve("state")),
                List.of(at("10:00", "web-01"))))
        .extracting(finding -> text(finding, "dest"))
        .containsExactly("db-09");
  }

  private static RawEvent at(String time, String host) {
    String text = CREATED.replace("10:00", time).replace("web-01", host);
    return RawEvent.of(ORIGIN, 0, text);
  }

  private static long millis(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z").toEpochMilli();
  }

  private List<Finding> findings() {
    return findings(at("10:00", "web-01"));
  }

  private List<Finding> findings(RawEvent... events) {
    return findings(ContentReader.read(List.of(folder)), List.of(events));
  }

  private static List<Finding> findings(ContentPack content, List<RawEvent> events) {
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    List<Prepared> prepared =
        new ArrayList<>(preparation.prepare(content.detections(), UnaryOperator.identity()));
    prepared.addAll(preparation.baselinesOf(List.copyOf(prepared), UnaryOperator.identity()));
    assertThat(prepared).flatExtracting(Prepared::diagnostics).isEmpty();
    ContentRevision sent =
        ContentRevisionCodec.decode(ContentRevisionCodec.encode(preparation.revision(prepared)));
    return ReferenceReplay.replay(DetectionSet.compile(sent, ZoneOffset.UTC), events.iterator())
        .findings();
  }

  private static String text(Finding finding, String field) {
    var value = finding.row().get(field);
    return value == null ? "none" : value.text();
  }

  private DetectionPreparation preparation() {
    return new DetectionPreparation(ContentReader.read(List.of(folder)), ZoneOffset.UTC);
  }

  private List<Prepared> prepared(DetectionPreparation preparation) {
    return preparation.prepare(
        ContentReader.read(List.of(folder)).detections(), UnaryOperator.identity());
  }

  private void write(String path, String text) {
    boolean isDetection = path.startsWith("detections") || path.startsWith("baselines");
    String type = path.startsWith("baselines") ? "Baseline" : "TTP";
    String name = path.substring(path.indexOf('/') + 1, path.length() - 4);
    String yaml =
        "name: %1$s\nid: %1$s\nversion: 1\ntype: %3$s\nstatus: production\nsearch: '%2$s'\n";
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, isDetection ? yaml.formatted(name, text, type) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
