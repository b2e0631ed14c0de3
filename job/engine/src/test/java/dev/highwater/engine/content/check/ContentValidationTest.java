package dev.highwater.engine.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-2020 to S-2032 and S-1046, each by what it says of a sound file that is changed. */
class ContentValidationTest {

  private static final String OF_2024 =
      """
      name: Old One
      id: 11111111-1111-4111-8111-111111111111
      version: 1
      date: '2024-03-05'
      author: Somebody
      status: production
      type: TTP
      description: Finds it.
      data_source: [Logs]
      search: index=x | stats count by dest, user | `old_one_filter`
      how_to_implement: Bring the logs in.
      known_false_positives: None known.
      references: ['https://example.org/a']
      tags:
        analytic_story: [Story One]
        asset_type: Endpoint
        confidence: 50
        impact: 50
        risk_score: 25
        message: $user$ on $dest$
        observable:
        - {name: dest, type: Hostname, role: [Victim]}
        mitre_attack_id: [T1059.001]
        product: [Splunk Enterprise]
        required_fields: [_time]
        security_domain: endpoint
      tests:
      - name: It
        attack_data: [{data: 'https://example.org/a.log', source: s, sourcetype: t}]
      """;

  private static final String OF_2025 =
      """
      name: Middle One
      id: 22222222-2222-4222-8222-222222222222
      version: 1
      date: '2025-03-05'
      author: Somebody
      status: production
      type: Anomaly
      description: Finds it.
      data_source: [Logs]
      search: index=x | stats count by dest, user | `middle_one_filter`
      how_to_implement: Bring the logs in.
      known_false_positives: None known.
      references: []
      rba:
        message: $user$ on $dest$
        risk_objects: [{field: dest, type: system, score: 20}]
        threat_objects: []
      tags:
        analytic_story: [Story One]
        asset_type: Endpoint
        product: [Splunk Enterprise]
        security_domain: endpoint
      tests:
      - name: It
        attack_data: [{data: 'https://example.org/a.log', source: s, sourcetype: t}]
      """;

  private static final String OF_2026 =
      """
      name: New One
      id: 33333333-3333-4333-8333-333333333333
      version: 1
      creation_date: '2026-03-05'
      modification_date: '2026-03-06'
      author: Somebody
      status: production
      type: Anomaly
      description: Finds it.
      data_source: [Logs]
      search: index=x | stats count by dest, user | `new_one_filter`
      how_to_implement: Bring the logs in.
      known_false_positives: None known.
      intermediate_findings:
        entities: [{field: dest, type: system, score: 20, message: $user$ on $dest$}]
      threat_objects: [{field: user, type: system}]
      analytic_story: [Story One]
      asset_type: Endpoint
      mitre_attack_id: [T1059]
      product: [Splunk Enterprise]
      security_domain: endpoint
      tests:
      - name: It
        test_type: unit
        attack_data: [{data: 'https://example.org/a.log', source: s, sourcetype: t}]
      """;

  private static final String STORY =
      """
      name: Story One
      id: 44444444-4444-4444-8444-444444444444
      version: 1
      date: '2024-03-05'
      author: Somebody
      description: What it is.
      narrative: How it goes.
      tags:
        category: [Malware]
        product: [Splunk Enterprise]
        usecase: Advanced Threat Detection
      """;

  private static final String BASELINE =
      """
      name: Base One
      id: 55555555-5555-4555-8555-555555555555
      version: 1
      date: '2024-03-05'
      author: Somebody
      type: Baseline
      description: Keeps it.
      search: index=x | outputlookup a
      how_to_implement: Bring the logs in.
      known_false_positives: None known.
      tags:
        analytic_story: [Story One]
        detections: [Old One]
        product: [Splunk Enterprise]
        security_domain: endpoint
      """;

  private static final String LOOKUP = "name: a\ndescription: Rows.\nfilename: a.csv\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeSoundContent() {
    write("detections/old_one.yml", OF_2024);
    write("detections/middle_one.yml", OF_2025);
    write("detections/new_one.yml", OF_2026);
    write("stories/story_one.yml", STORY);
    write("baselines/base_one.yml", BASELINE);
    write("lookups/a.yml", LOOKUP);
    write("lookups/a.csv", "x\n1\n");
    write("macros/m.yml", "name: m\ndescription: It.\ndefinition: index=x\n");
    write(
        "data_sources/logs.yml",
        """
        name: Logs
        id: 66666666-6666-4666-8666-666666666666
        version: 1
        date: '2024-03-05'
        author: Somebody
        description: Logs.
        source: s
        sourcetype: t
        """);
  }

  @Test
  void soundContentHasNoFaults() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void everyKeyOfASchemaIsAskedFor() {
    assertThat(without(OF_2024, "old_one", "  impact: 50\n"))
        .containsExactly("old_one.yml:15:3: 'impact' is missing [S-2020]");
    assertThat(without(OF_2024, "old_one", "how_to_implement: Bring the logs in.\n"))
        .containsExactly("old_one.yml:1:1: 'how_to_implement' is missing [S-2020]");
    assertThat(without(OF_2025, "middle_one", "  threat_objects: []\n"))
        .containsExactly("middle_one.yml:15:3: 'threat_objects' is missing [S-2020]");
    assertThat(without(OF_2026, "new_one", "security_domain: endpoint\n"))
        .containsExactly("new_one.yml:1:1: 'security_domain' is missing [S-2020]");
    assertThat(changed(OF_2026, "new_one", "product: [Splunk Enterprise]", "product: []"))
        .containsExactly("new_one.yml:20:10: 'product' must hold at least one value [S-2020]");
    assertThat(without(OF_2025, "middle_one", "version: 1\n"))
        .as("what the reader misses, too, is said once")
        .containsExactly("middle_one.yml:1:1: 'version' is missing [S-2020]");
  }

  @Test
  void otherPartsHaveKeysOfTheirOwn() {
    write("stories/story_one.yml", STORY.replace("  usecase: Advanced Threat Detection\n", ""));
    write("baselines/base_one.yml", BASELINE.replace("  security_domain: endpoint\n", ""));
    write("macros/m.yml", "name: m\ndefinition: index=x\n");
    write("lookups/a.yml", "name: a\nfilename: a.csv\n");

    assertThat(faults())
        .containsExactly(
            "a.yml:1:1: 'description' is missing [S-2020]",
            "base_one.yml:12:3: 'security_domain' is missing [S-2020]",
            "m.yml:1:1: 'description' is missing [S-2020]",
            "story_one.yml:9:3: 'usecase' is missing [S-2020]");
  }

  @Test
  void drilldownsHaveFourKeys() {
    assertThat(
            changed(
                OF_2026,
                "new_one",
                "threat_objects:",
                "drilldown_searches: [{name: a, search: b, earliest_offset: 7d}]\n"
                    + "threat_objects:"))
        .containsExactly("new_one.yml:16:22: 'latest_offset' is missing [S-2020]");
  }

  @Test
  void idsAndNamesAreUsedOnce() {
    write(
        "detections/old_one_again.yml",
        OF_2024
            .replace("name: Old One\n", "name: Old One Again\n")
            .replace("old_one_", "old_one_again_"));
    write("macros/m.yml", "name: Old One\ndescription: It.\ndefinition: index=x\n");

    assertThat(faults())
        .anyMatch(
            each ->
                each.matches(
                    "old_one_again.yml:2:5: has the id of .*detections/old_one.yml \\[S-2021]"))
        .anyMatch(
            each -> each.matches("m.yml:1:7: has the name of .*detections/old_one.yml \\[S-2021]"));
  }

  @Test
  void filesAreCalledByWhatTheyHold() {
    write("detections/old_one.yml", OF_2024.replace("Old One", "Old-One/2.0"));
    write("lookups/a.yml", LOOKUP.replace("name: a", "name: B"));

    assertThat(faults())
        .contains(
            "old_one.yml:1:7: the file is not called by the name 'Old-One/2.0'."
                + " Call it old_one_2_0.yml [S-2022]",
            "a.yml:1:7: warning: the file is not called by the name 'B'. Call it b.yml [S-2022]");
  }

  @Test
  void datesAreDays() {
    assertThat(changed(OF_2024, "old_one", "'2024-03-05'", "05/03/2024"))
        .containsExactly(
            "old_one.yml:4:7: 'date' must be a day such as 2026-03-05, not '05/03/2024' [S-2023]");
    assertThat(changed(OF_2025, "middle_one", "'2025-03-05'", "2025-02-30"))
        .containsExactly(
            "middle_one.yml:4:7: 'date' must be a day such as 2026-03-05, not '2025-02-30'"
                + " [S-2023]");
    assertThat(changed(OF_2026, "new_one", "2026-03-06", "2026-03-04"))
        .containsExactly(
            "new_one.yml:5:20: 'modification_date' is before 'creation_date' 2026-03-05 [S-2023]");
    assertThat(without(OF_2026, "new_one", "modification_date: '2026-03-06'\n"))
        .containsExactly("new_one.yml:1:1: 'modification_date' is missing [S-2023]");
    assertThat(without(OF_2024, "old_one", "date: '2024-03-05'\n"))
        .containsExactly(
            "old_one.yml:1:1: 'date' is missing, or 'creation_date' and 'modification_date'"
                + " [S-2023]");
  }

  @Test
  void valuesAreOfTheKnownOnes() {
    assertThat(changed(OF_2024, "old_one", "status: production", "status: Production"))
        .containsExactly(
            "old_one.yml:6:9: 'status' has no value 'Production'. Did you mean 'production'?"
                + " [S-2024]");
    assertThat(changed(OF_2024, "old_one", "[Victim]", "[Victim, Atacker]"))
        .containsExactly(
            "old_one.yml:22:49: 'role' has no value 'Atacker'. Did you mean 'Attacker'? [S-2024]");
    assertThat(
            changed(
                OF_2025,
                "middle_one",
                "threat_objects: []",
                "threat_objects: [{field: user, type: person}]"))
        .singleElement()
        .asString()
        .startsWith(
            "middle_one.yml:17:40: 'type' has no value 'person'. It is one of certificate_");
    assertThat(changed(OF_2026, "new_one", "test_type: unit", "test_type: unix"))
        .containsExactly(
            "new_one.yml:24:14: 'test_type' has no value 'unix'. Did you mean 'unit'? [S-2024]");
    assertThat(changed(OF_2026, "new_one", "asset_type: Endpoint", "asset_type: Toaster"))
        .containsExactly(
            "new_one.yml:18:13: warning: 'asset_type' has no value 'Toaster' [S-2024]");
  }

  @Test
  void storiesAreOfKnownCategories() {
    assertThat(changed(STORY, "../stories/story_one", "[Malware]", "[Malwear]"))
        .containsExactly(
            "story_one.yml:9:14: 'category' has no value 'Malwear'. Did you mean 'Malware'?"
                + " [S-2024]");
  }

  @Test
  void theFilterMacroIsInTheSearch() {
    assertThat(changed(OF_2026, "new_one", "`new_one_filter`", "`new_filter`"))
        .containsExactly(
            "new_one.yml:11:9: the search does not use the filter macro of its name."
                + " Write | `new_one_filter` at its end [S-1046]");
  }

  @Test
  void whatIsNamedIsThere() {
    assertThat(changed(OF_2025, "middle_one", "[Story One]", "[Storys One]"))
        .containsExactly(
            "middle_one.yml:19:20: unknown story 'Storys One'. Did you mean 'Story One'? [S-2025]");
    assertThat(changed(OF_2026, "new_one", "[Logs]", "[Logs, Lags]"))
        .containsExactly(
            "new_one.yml:10:21: warning: unknown data source 'Lags'. Did you mean 'Logs'? [S-2025]");
    assertThat(changed(BASELINE, "../baselines/base_one", "[Old One]", "[Nothing]"))
        .containsExactly("base_one.yml:13:16: warning: unknown detection 'Nothing' [S-2025]");
    write(
        "deployments/ttp.yml",
        """
        name: D
        id: 77777777-7777-4777-8777-777777777777
        date: '2024-03-05'
        author: Somebody
        description: It.
        type: TTP
        scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
        """);
    write("detections/old_one.yml", OF_2024);
    assertThat(faults())
        .containsExactly(
            "base_one.yml:6:7: no deployment is for the type 'Baseline' [S-2025]",
            "middle_one.yml:7:7: no deployment is for the type 'Anomaly' [S-2025]",
            "new_one.yml:8:7: no deployment is for the type 'Anomaly' [S-2025]");
  }

  @Test
  void idsHaveTheirForms() {
    assertThat(changed(OF_2024, "old_one", "[T1059.001]", "[T1059.1]"))
        .containsExactly(
            "old_one.yml:23:21: 'mitre_attack_id' must hold a technique such as T1059.001, not"
                + " 'T1059.1' [S-2026]");
    assertThat(changed(OF_2024, "old_one", "https://example.org/a'", "see the manual'"))
        .containsExactly(
            "old_one.yml:13:15: 'references' must hold an address that begins with https://, not"
                + " 'see the manual' [S-2026]");
    assertThat(changed(OF_2026, "new_one", "id: 33333333-3333", "id: 3333-3333"))
        .containsExactly(
            "new_one.yml:2:5: 'id' must be a UUID, not '3333-3333-4333-8333-333333333333' [S-2026]");
    assertThat(changed(OF_2026, "new_one", "product:", "cve: [CVE-24-1]\nproduct:"))
        .containsExactly(
            "new_one.yml:20:7: 'cve' must hold an id such as CVE-2024-3094, not 'CVE-24-1'"
                + " [S-2026]");
  }

  @Test
  void riskIsRaisedForSomething() {
    assertThat(changed(OF_2024, "old_one", "[Victim]", "[Attacker]"))
        .containsExactly(
            "old_one.yml:22:3: TTP in production needs an observable with the role Victim"
                + " [S-2027]");
    assertThat(changed(OF_2024, "old_one", "risk_score: 25", "risk_score: 26"))
        .containsExactly(
            "old_one.yml:19:15: warning: 'risk_score' is not that of impact and confidence."
                + " Write 25 [S-2027]");
    assertThat(
            changed(
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
    assertThat(changed(withoutRisk, "middle_one", "x", "x"))
        .containsExactly(
            "middle_one.yml:1:1: Anomaly in production needs 'rba' with a risk object [S-2027]");
    assertThat(changed(withoutRisk, "middle_one", "Anomaly", "Hunting")).isEmpty();
  }

  @Test
  void theSearchNamesTheFieldsOfRisk() {
    assertThat(changed(OF_2024, "old_one", "$user$ on", "$who$ on"))
        .containsExactly("old_one.yml:20:12: the search does not name the field 'who' [S-2028]");
    assertThat(changed(OF_2025, "middle_one", "{field: dest,", "{field: machine,"))
        .containsExactly(
            "middle_one.yml:16:26: the search does not name the field 'machine' [S-2028]");
    assertThat(changed(OF_2026, "new_one", "{field: user,", "{field: client,"))
        .containsExactly("new_one.yml:16:26: the search does not name the field 'client' [S-2028]");
    assertThat(
            changed(
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

    assertThat(changed(untested, "new_one", "x", "x"))
        .containsExactly("new_one.yml:1:1: a detection in production needs a test [S-2029]");
    assertThat(changed(untested, "new_one", "status: production", "status: experimental"))
        .isEmpty();
    assertThat(changed(untested, "new_one", "product:", "manual_test: By hand.\nproduct:"))
        .isEmpty();
    assertThat(changed(OF_2024, "old_one", ", sourcetype: t}", "}"))
        .containsExactly("old_one.yml:29:17: 'sourcetype' is missing [S-2029]");
  }

  @Test
  void lookupsHaveTables() {
    write("lookups/b.csv", "x\n1\n");
    assertThat(changed(LOOKUP, "../lookups/a", "a.csv", "c.csv"))
        .containsExactly(
            "a.yml:3:11: there is no table lookups/c.csv [S-2030]",
            "b.csv:1:1: no lookup names the table [S-2030]");
    write("lookups/b.yml", "name: b\ndescription: Rows.\nlookup_type: csv\n");
    assertThat(changed(LOOKUP, "../lookups/a", "filename", "collection: a\nfilename"))
        .containsExactly(
            "a.yml:1:1: 'fields' must say what the collection holds [S-2030]",
            "a.yml:3:13: a lookup has a 'filename' or a 'collection', not both [S-2030]");
  }

  @Test
  void textsAreNotTooLong() {
    String name = "N".repeat(100);
    write(
        "detections/" + name.toLowerCase(Locale.ROOT) + ".yml",
        OF_2026
            .replace("name: New One", "name: " + name)
            .replace("new_one_", name.toLowerCase(Locale.ROOT) + "_")
            .replace("id: 3", "id: 9"));

    assertThat(faults())
        .singleElement()
        .asString()
        .endsWith(".yml:1:7: 'name' has 100 characters (must have 99 at most) [S-2031]");
    assertThat(changed(OF_2024, "old_one", "None known.", "no"))
        .contains(
            "old_one.yml:12:24: 'known_false_positives' must have at least 4 characters [S-2031]");
  }

  @Test
  void misspeltKeysAreNoticed() {
    assertThat(changed(OF_2024, "old_one", "mitre_attack_id:", "mitre_atack_id:"))
        .containsExactly(
            "old_one.yml:23:19: warning: the build does not know the key 'mitre_atack_id'."
                + " Did you mean 'mitre_attack_id'? [S-2032]");
    assertThat(changed(OF_2026, "new_one", "data_source:", "data_sources:"))
        .containsExactly(
            "new_one.yml:1:1: 'data_source' is missing [S-2020]",
            "new_one.yml:10:15: warning: the build does not know the key 'data_sources'."
                + " Did you mean 'data_source'? [S-2032]");
    assertThat(changed(OF_2025, "middle_one", "references: []", "remarks: It is mine."))
        .as("others are nobody's business")
        .isEmpty();
  }

  @Test
  void whatCannotBeReadIsToldWithTheOthers() {
    write("detections/broken.yml", "name: [\n");

    assertThat(faults()).singleElement().asString().startsWith("broken.yml:").contains("YAML");
  }

  private List<String> without(String text, String name, String line) {
    return changed(text, name, line, "");
  }

  /** The faults of the sound content with one change, which is taken back. */
  private List<String> changed(String text, String name, String old, String changed) {
    assertThat(text).contains(old);
    Path file = folder.resolve("detections/" + name + ".yml");
    try {
      String sound = Files.readString(file);
      Files.writeString(file, text.replace(old, changed));
      List<String> faults = faults();
      Files.writeString(file, sound);
      return faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> faults() {
    try {
      return ContentValidation.of(ContentReader.readFiles(List.of(folder))).stream()
          .sorted(
              Comparator.comparing(ContentValidationTest::file)
                  .thenComparing(Diagnostic.IN_TEXT_ORDER))
          .map(ContentValidationTest::shown)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(Diagnostic diagnostic) {
    return String.valueOf(Path.of(diagnostic.location().file()).getFileName());
  }

  private static String shown(Diagnostic diagnostic) {
    return file(diagnostic)
        + ":"
        + diagnostic.location().line()
        + ":"
        + diagnostic.location().column()
        + ": "
        + (diagnostic.isWarning() ? "warning: " : "")
        + diagnostic.message()
        + (diagnostic.hint() == null ? "" : ". " + diagnostic.hint())
        + (diagnostic.rule() == null ? "" : " [" + diagnostic.rule() + "]");
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
