package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detections that name lookups, from the content's files to findings. */
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
  void refusesWhatNeedsTheWritesOfEarlierRuns() {
    write("detections/a.yml", FILES + " | lookup seen dest OUTPUT dest as known");
    write("detections/b.yml", FILES + " | outputlookup o.csv");
    assertThat(prepared(preparation()))
        .allMatch(Prepared::isRefused)
        .extracting(each -> each.diagnostics().stream().map(Diagnostic::message).toList())
        .containsExactly(
            List.of(
                "the lookup 'seen' is a collection: what searches write is not kept yet, so that it"
                    + " would be empty"),
            List.of("the search writes a lookup: what searches write is not kept yet"));
  }

  private List<Finding> findings() {
    DetectionPreparation preparation = preparation();
    List<Prepared> prepared = prepared(preparation);
    assertThat(prepared).flatExtracting(Prepared::diagnostics).isEmpty();
    ContentRevision sent =
        ContentRevisionCodec.decode(ContentRevisionCodec.encode(preparation.revision(prepared)));
    return ReferenceReplay.replay(
            DetectionSet.compile(sent, ZoneOffset.UTC),
            List.of(RawEvent.of(ORIGIN, 0, CREATED)).iterator())
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
    boolean isDetection = path.startsWith("detections");
    String name = path.substring(path.indexOf('/') + 1, path.length() - 4);
    String yaml =
        "name: %1$s\nid: %1$s\nversion: 1\ntype: TTP\nstatus: production\nsearch: '%2$s'\n";
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, isDetection ? yaml.formatted(name, text) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
