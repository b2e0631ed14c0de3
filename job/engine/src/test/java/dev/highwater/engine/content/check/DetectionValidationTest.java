package dev.highwater.engine.content.check;

import static dev.highwater.engine.content.check.SoundContent.OF_2024;
import static dev.highwater.engine.content.check.SoundContent.OF_2025;
import static dev.highwater.engine.content.check.SoundContent.OF_2026;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-2020, S-2024, S-2027 to S-2029, S-2032 and S-1046, in each of the schemas. */
class DetectionValidationTest {

  private SoundContent content;

  @BeforeEach
  void writeSoundContent(@TempDir Path folder) {
    content = new SoundContent(folder);
  }

  @Test
  void everyKeyOfASchemaIsAskedFor() {
    assertThat(content.without(OF_2024, "old_one", "  impact: 50\n"))
        .containsExactly("old_one.yml:15:3: 'impact' is missing [S-2020]");
    assertThat(content.without(OF_2024, "old_one", "how_to_implement: Bring the logs in.\n"))
        .containsExactly("old_one.yml:1:1: 'how_to_implement' is missing [S-2020]");
    assertThat(content.without(OF_2025, "middle_one", "  threat_objects: []\n"))
        .containsExactly("middle_one.yml:15:3: 'threat_objects' is missing [S-2020]");
    assertThat(content.without(OF_2026, "new_one", "security_domain: endpoint\n"))
        .containsExactly("new_one.yml:1:1: 'security_domain' is missing [S-2020]");
    assertThat(content.changed(OF_2026, "new_one", "product: [Splunk Enterprise]", "product: []"))
        .containsExactly("new_one.yml:20:10: 'product' must hold at least one value [S-2020]");
    assertThat(content.without(OF_2025, "middle_one", "version: 1\n"))
        .as("what the reader misses, too, is said once")
        .containsExactly("middle_one.yml:1:1: 'version' is missing [S-2020]");
  }

  @Test
  void drilldownsHaveFourKeys() {
    assertThat(
            content.changed(
                OF_2026,
                "new_one",
                "threat_objects:",
                "drilldown_searches: [{name: a, search: b, earliest_offset: 7d}]\n"
                    + "threat_objects:"))
        .containsExactly("new_one.yml:16:22: 'latest_offset' is missing [S-2020]");
  }

  @Test
  void valuesAreOfTheKnownOnes() {
    assertThat(content.changed(OF_2024, "old_one", "status: production", "status: Production"))
        .containsExactly(
            "old_one.yml:6:9: 'status' has no value 'Production'. Did you mean 'production'?"
                + " [S-2024]");
    assertThat(content.changed(OF_2024, "old_one", "[Victim]", "[Victim, Atacker]"))
        .containsExactly(
            "old_one.yml:22:49: 'role' has no value 'Atacker'. Did you mean 'Attacker'? [S-2024]");
    assertThat(
            content.changed(
                OF_2025,
                "middle_one",
                "threat_objects: []",
                "threat_objects: [{field: user, type: person}]"))
        .singleElement()
        .asString()
        .startsWith(
            "middle_one.yml:17:40: 'type' has no value 'person'. It is one of certificate_");
    assertThat(content.changed(OF_2026, "new_one", "test_type: unit", "test_type: unix"))
        .containsExactly(
            "new_one.yml:24:14: 'test_type' has no value 'unix'. Did you mean 'unit'? [S-2024]");
    assertThat(content.changed(OF_2026, "new_one", "asset_type: Endpoint", "asset_type: Toaster"))
        .containsExactly(
            "new_one.yml:18:13: warning: 'asset_type' has no value 'Toaster' [S-2024]");
  }

  @Test
  void theFilterMacroIsInTheSearch() {
    assertThat(content.changed(OF_2026, "new_one", "`new_one_filter`", "`new_filter`"))
        .containsExactly(
            "new_one.yml:11:9: the search does not use the filter macro of its name."
                + " Write | `new_one_filter` at its end [S-1046]");
  }

  @Test
  void riskIsRaisedForSomething() {
    assertThat(content.changed(OF_2024, "old_one", "[Victim]", "[Attacker]"))
        .containsExactly(
            "old_one.yml:22:3: TTP in production needs an observable with the role Victim"
                + " [S-2027]");
    assertThat(content.changed(OF_2024, "old_one", "risk_score: 25", "risk_score: 26"))
        .containsExactly(
            "old_one.yml:19:15: warning: 'risk_score' is not that of impact and confidence."
                + " Write 25 [S-2027]");
    assertThat(
            content.changed(
                OF_2026,
                "new_one",
                """
                intermediate_findings:
                  entities: [{field: dest, type: system, score: 20, message: $user$ on $dest$}]
                """,
                ""))
        .containsExactly(
            "new_one.yml:1:1: Anomaly in production needs a 'finding' or 'intermediate_findings'"
                + " with an entity [S-2027]");
    String withoutRisk =
        OF_2025.replace(
            """
            rba:
              message: $user$ on $dest$
              risk_objects: [{field: dest, type: system, score: 20}]
              threat_objects: []
            """,
            "");
    assertThat(content.changed(withoutRisk, "middle_one", "x", "x"))
        .containsExactly(
            "middle_one.yml:1:1: Anomaly in production needs 'rba' with a risk object [S-2027]");
    assertThat(content.changed(withoutRisk, "middle_one", "Anomaly", "Hunting")).isEmpty();
  }

  @Test
  void theSearchNamesTheFieldsOfRisk() {
    assertThat(content.changed(OF_2024, "old_one", "$user$ on", "$who$ on"))
        .containsExactly("old_one.yml:20:12: the search does not name the field 'who' [S-2028]");
    assertThat(content.changed(OF_2025, "middle_one", "{field: dest,", "{field: machine,"))
        .containsExactly(
            "middle_one.yml:16:26: the search does not name the field 'machine' [S-2028]");
    assertThat(content.changed(OF_2026, "new_one", "{field: user,", "{field: client,"))
        .containsExactly("new_one.yml:16:26: the search does not name the field 'client' [S-2028]");
    assertThat(
            content.changed(
                OF_2026.replace("status: production", "status: experimental"),
                "new_one",
                "{field: user,",
                "{field: client,"))
        .as("only what is in production must be right")
        .isEmpty();
  }

  @Test
  void productionIsTested() {
    String untested = OF_2026.substring(0, OF_2026.indexOf("tests:"));

    assertThat(content.changed(untested, "new_one", "x", "x"))
        .containsExactly("new_one.yml:1:1: a detection in production needs a test [S-2029]");
    assertThat(content.changed(untested, "new_one", "status: production", "status: experimental"))
        .isEmpty();
    assertThat(content.changed(untested, "new_one", "product:", "manual_test: By hand.\nproduct:"))
        .isEmpty();
    assertThat(content.changed(OF_2024, "old_one", ", sourcetype: t}", "}"))
        .containsExactly("old_one.yml:29:17: 'sourcetype' is missing [S-2029]");
  }

  @Test
  void misspeltKeysAreNoticed() {
    assertThat(content.changed(OF_2024, "old_one", "mitre_attack_id:", "mitre_atack_id:"))
        .containsExactly(
            "old_one.yml:23:19: warning: the build does not know the key 'mitre_atack_id'."
                + " Did you mean 'mitre_attack_id'? [S-2032]");
    assertThat(content.changed(OF_2026, "new_one", "data_source:", "data_sources:"))
        .containsExactly(
            "new_one.yml:1:1: 'data_source' is missing [S-2020]",
            "new_one.yml:10:15: warning: the build does not know the key 'data_sources'."
                + " Did you mean 'data_source'? [S-2032]");
    assertThat(content.changed(OF_2025, "middle_one", "references: []", "remarks: It is mine."))
        .as("others are nobody's business")
        .isEmpty();
  }
}
