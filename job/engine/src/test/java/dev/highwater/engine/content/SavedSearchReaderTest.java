package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.ThreatObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-672, S-673, S-674. */
class SavedSearchReaderTest {

  private static final String STANZA =
      """
      [default]
      disabled = 1
      search = | makeresults

      [ESCU - A - B - Rule]
      action.correlationsearch.enabled = 1
      action.correlationsearch.annotations = {"analytic_story": ["Gomir"], "cve": ["CVE-1"], \\
        "mitre_attack": ["T1053"], "type": "TTP"}
      action.correlationsearch.metadata = {"detection_id": "id-1", "deprecated": "0", "detection_version": "4"}
      action.risk = 1
      action.risk.param._risk_message = $user$ on $dest$
      action.risk.param._risk = [{"risk_object_field": "dest", "risk_object_type": "system", "risk_score": 64}, \\
        {"threat_object_field": "src", "threat_object_type": "ip_address"}]
      action.notable = 1
      action.notable.param.rule_title = %name%
      action.notable.param.nes_fields = user,dest
      action.notable.param.security_domain = endpoint
      action.notable.param.drilldown_searches = [{"name": "d", "search": "x=$y$", "earliest_offset": "$info_min_time$", "latest_offset": "0"}]
      alert.suppress = 1
      alert.suppress.fields = dest, user
      alert.suppress.period = 2h
      cron_schedule = 0 * * * *
      dispatch.earliest_time = -70m@m
      dispatch.latest_time = -10m@m
      description = What it finds
      search = index=x \\
      | stats count by dest

      [ESCU - Baseline Of Something]
      search = index=y
      """;

  @TempDir private Path folder;

  @Test
  void readsWhatTheBuildWrites() throws IOException {
    ContentPack pack = read(STANZA);

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.detections()).hasSize(1);
    Detection detection = pack.detections().get(0);
    assertThat(detection.searchName()).isEqualTo("ESCU - A - B - Rule");
    assertThat(detection.id()).isEqualTo("id-1");
    assertThat(detection.version()).isEqualTo(4);
    assertThat(detection.search().text()).isEqualTo("index=x \n| stats count by dest");
    assertThat(detection.risk())
        .isEqualTo(
            new RiskConfiguration(
                "$user$ on $dest$",
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(new RiskObject("dest", RiskObjectType.SYSTEM, 64, "$user$ on $dest$")),
                List.of(new ThreatObject("src", "ip_address"))));
    assertThat(detection.analyticStories()).containsExactly("Gomir");
    assertThat(detection.mitreAttackIds()).containsExactly("T1053");
    assertThat(detection.throttling())
        .isEqualTo(new Throttling(List.of("dest", "user"), 7_200_000));
    Deployment deployment = Objects.requireNonNull(pack.deploymentOf(detection));
    assertThat(deployment.type()).isEqualTo("TTP");
    assertThat(deployment.raisesRisk()).isTrue();
    assertThat(deployment.notable())
        .isEqualTo(new Deployment.Notable("%name%", "%description%", List.of("user", "dest")));
    assertThat(detection.drilldowns())
        .extracting(Drilldown::name, Drilldown::earliestOffset)
        .containsExactly(tuple("d", "$info_min_time$"));
  }

  @Test
  void saysWhatIsWrongWithAStanzaAtItsPlace() throws IOException {
    ContentPack pack =
        read(
            STANZA
                .replace("\"risk_score\": 64", "\"risk_score\": 101")
                .replace("0 * * * *", "0 * * *"));

    assertThat(pack.detections()).isEmpty();
    assertThat(pack.problems())
        .extracting(problem -> problem.location().line() + ": " + problem.message())
        .satisfiesExactly(
            cron -> assertThat(cron).startsWith("22: Invalid cron schedule"),
            score -> assertThat(score).isEqualTo("12: 'risk_score' must be 1 to 100, not '101'"));
  }

  private ContentPack read(String text) throws IOException {
    Files.createDirectories(folder.resolve("default"));
    Files.writeString(folder.resolve("default/savedsearches.conf"), text);
    return ContentReader.read(List.of(folder));
  }
}
