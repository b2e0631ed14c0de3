package dev.highwater.app.live;

import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.connectors.published.PublishedContent;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.MacroFile;
import dev.highwater.engine.content.SearchOverrides;
import dev.highwater.engine.content.UserApps;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.risk.RiskKnowledge;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.flink.OfferedContent;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which detections of content run, as the command line of the job had it: it holds for all content
 * that comes later.
 *
 * @param detections names, ids or globs of the only ones to run; may be empty
 * @param enabled names, ids or globs of what runs beside what the content enables
 * @param all whether every detection runs
 * @param incidentRules whether the two standard risk incident rules run, too
 * @param macros text of a macros.conf; empty for none
 * @param local text of a savedsearches.conf; empty for none
 * @param zone the id of the time zone of the searches
 */
record ContentChoice(
    List<String> detections,
    List<String> enabled,
    boolean all,
    boolean incidentRules,
    String macros,
    String local,
    String zone)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  ContentChoice {
    detections = new ArrayList<>(detections);
    enabled = new ArrayList<>(enabled);
  }

  /**
   * What can run of published content, compiled once to see that it can.
   *
   * @param shipped what the job began with: its apps, assets and identities stay
   * @param places where addresses are, {@code null} when nobody knows
   */
  OfferedContent of(
      PublishedContent published, ContentRevision shipped, @Nullable PlaceDatabase places) {
    List<Diagnostic> found = new ArrayList<>();
    ContentPack pack = pack(published, shipped.apps());
    found.addAll(pack.problems());
    SearchOverrides overrides =
        local.isEmpty()
            ? SearchOverrides.NONE
            : SearchOverrides.parse("savedsearches.conf", local, found::add);
    boolean isWhole = found.stream().allMatch(Diagnostic::isWarning);
    List<Detection> running =
        EnabledContent.running(pack, overrides, detections, new EnabledDetections(enabled, all));
    DetectionPreparation preparation =
        new DetectionPreparation(pack, ZoneId.of(zone), places, overrides);
    List<Prepared> prepared =
        new ArrayList<>(preparation.prepare(running, UnaryOperator.identity()));
    prepared.addAll(preparation.baselinesOf(List.copyOf(prepared), UnaryOperator.identity()));
    Set<String> refused = new HashSet<>();
    for (Prepared each : prepared) {
      if (each.isRefused()) {
        refused.add(each.detection().id());
        found.addAll(each.diagnostics());
      }
    }
    ContentRevision revision = preparation.revision(prepared);
    RiskKnowledge risk = shipped.riskKnowledge();
    List<String> problems =
        new ArrayList<>(
            found.stream()
                .filter(each -> !each.isWarning())
                .map(Diagnostic::render)
                .distinct()
                .toList());
    if (running.isEmpty()) {
      problems.add(published.from() + ": none of its detections is enabled");
    }
    return new OfferedContent(
        published.from(),
        running.isEmpty()
            ? null
            : revision.with(
                new RiskKnowledge(
                    revision.riskKnowledge().factors(), risk.assets(), risk.identities())),
        refused,
        isWhole,
        problems,
        published.effectiveMillis(),
        published.finishes());
  }

  private ContentPack pack(PublishedContent published, InstalledApps apps) {
    ContentPack pack =
        ContentReader.read(published.from(), published.files())
            .withApps(new UserApps(apps, List.of(), Map.of(), List.of()))
            .withMacros(MacroFile.read("macros.conf", macros).macros());
    return incidentRules ? ContentReader.withIncidentRules(pack) : pack;
  }
}
