package dev.highwater.engine.content.check;

import static dev.highwater.engine.content.check.SoundContent.BASELINE;
import static dev.highwater.engine.content.check.SoundContent.LOOKUP;
import static dev.highwater.engine.content.check.SoundContent.OF_2024;
import static dev.highwater.engine.content.check.SoundContent.OF_2025;
import static dev.highwater.engine.content.check.SoundContent.OF_2026;
import static dev.highwater.engine.content.check.SoundContent.STORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-2020 to S-2026, S-2030 and S-2031, each by what it says of a file that is changed. */
class ContentValidationTest {

  private SoundContent content;

  @BeforeEach
  void writeSoundContent(@TempDir Path folder) {
    content = new SoundContent(folder);
  }

  @Test
  void soundContentHasNoFaults() {
    assertThat(content.faults()).isEmpty();
  }

  @Test
  void otherPartsHaveKeysOfTheirOwn() {
    content.write(
        "stories/story_one.yml", STORY.replace("  usecase: Advanced Threat Detection\n", ""));
    content.write("baselines/base_one.yml", BASELINE.replace("  security_domain: endpoint\n", ""));
    content.write("macros/m.yml", "name: m\ndefinition: index=x\n");
    content.write("lookups/a.yml", "name: a\nfilename: a.csv\n");

    assertThat(content.faults())
        .containsExactly(
            "a.yml:1:1: 'description' is missing [S-2020]",
            "base_one.yml:12:3: 'security_domain' is missing [S-2020]",
            "m.yml:1:1: 'description' is missing [S-2020]",
            "story_one.yml:9:3: 'usecase' is missing [S-2020]");
  }

  @Test
  void idsAndNamesAreUsedOnce() {
    content.write(
        "detections/old_one_again.yml",
        OF_2024
            .replace("name: Old One\n", "name: Old One Again\n")
            .replace("old_one_", "old_one_again_"));
    content.write("macros/m.yml", "name: Old One\ndescription: It.\ndefinition: index=x\n");

    assertThat(content.faults())
        .anyMatch(
            each ->
                each.matches(
                    "old_one_again.yml:2:5: has the id of .*detections/old_one.yml \\[S-2021]"))
        .anyMatch(
            each -> each.matches("m.yml:1:7: has the name of .*detections/old_one.yml \\[S-2021]"));
  }

  @Test
  void filesAreCalledByWhatTheyHold() {
    content.write("detections/old_one.yml", OF_2024.replace("Old One", "Old-One/2.0"));
    content.write("lookups/a.yml", LOOKUP.replace("name: a", "name: B"));

    assertThat(content.faults())
        .contains(
            "old_one.yml:1:7: the file is not called by the name 'Old-One/2.0'."
                + " Call it old_one_2_0.yml [S-2022]",
            "a.yml:1:7: warning: the file is not called by the name 'B'. Call it b.yml [S-2022]");
  }

  @Test
  void datesAreDays() {
    assertThat(content.changed(OF_2024, "old_one", "'2024-03-05'", "05/03/2024"))
        .containsExactly(
            "old_one.yml:4:7: 'date' must be a day such as 2026-03-05, not '05/03/2024' [S-2023]");
    assertThat(content.changed(OF_2025, "middle_one", "'2025-03-05'", "2025-02-30"))
        .containsExactly(
            "middle_one.yml:4:7: 'date' must be a day such as 2026-03-05, not '2025-02-30'"
                + " [S-2023]");
    assertThat(content.changed(OF_2026, "new_one", "2026-03-06", "2026-03-04"))
        .containsExactly(
            "new_one.yml:5:20: 'modification_date' is before 'creation_date' 2026-03-05 [S-2023]");
    assertThat(content.without(OF_2026, "new_one", "modification_date: '2026-03-06'\n"))
        .containsExactly("new_one.yml:1:1: 'modification_date' is missing [S-2023]");
    assertThat(content.without(OF_2024, "old_one", "date: '2024-03-05'\n"))
        .containsExactly(
            "old_one.yml:1:1: 'date' is missing, or 'creation_date' and 'modification_date'"
                + " [S-2023]");
  }

  @Test
  void storiesAreOfKnownCategories() {
    assertThat(content.changed(STORY, "../stories/story_one", "[Malware]", "[Malwear]"))
        .containsExactly(
            "story_one.yml:9:14: 'category' has no value 'Malwear'. Did you mean 'Malware'?"
                + " [S-2024]");
  }

  @Test
  void whatIsNamedIsThere() {
    assertThat(content.changed(OF_2025, "middle_one", "[Story One]", "[Storys One]"))
        .containsExactly(
            "middle_one.yml:19:20: unknown story 'Storys One'. Did you mean 'Story One'? [S-2025]");
    assertThat(content.changed(OF_2026, "new_one", "[Logs]", "[Logs, Lags]"))
        .containsExactly(
            "new_one.yml:10:21: warning: unknown data source 'Lags'. Did you mean 'Logs'? [S-2025]");
    assertThat(content.changed(BASELINE, "../baselines/base_one", "[Old One]", "[Nothing]"))
        .containsExactly("base_one.yml:13:16: warning: unknown detection 'Nothing' [S-2025]");
    content.write(
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
    content.write("detections/old_one.yml", OF_2024);
    assertThat(content.faults())
        .containsExactly(
            "base_one.yml:6:7: no deployment is for the type 'Baseline' [S-2025]",
            "middle_one.yml:7:7: no deployment is for the type 'Anomaly' [S-2025]",
            "new_one.yml:8:7: no deployment is for the type 'Anomaly' [S-2025]");
  }

  @Test
  void idsHaveTheirForms() {
    assertThat(content.changed(OF_2024, "old_one", "[T1059.001]", "[T1059.1]"))
        .containsExactly(
            "old_one.yml:23:21: 'mitre_attack_id' must hold a technique such as T1059.001, not"
                + " 'T1059.1' [S-2026]");
    assertThat(content.changed(OF_2024, "old_one", "https://example.org/a'", "see the manual'"))
        .containsExactly(
            "old_one.yml:13:15: 'references' must hold an address that begins with https://, not"
                + " 'see the manual' [S-2026]");
    assertThat(content.changed(OF_2026, "new_one", "id: 33333333-3333", "id: 3333-3333"))
        .containsExactly(
            "new_one.yml:2:5: 'id' must be a UUID, not '3333-3333-4333-8333-333333333333' [S-2026]");
    assertThat(content.changed(OF_2026, "new_one", "product:", "cve: [CVE-24-1]\nproduct:"))
        .containsExactly(
            "new_one.yml:20:7: 'cve' must hold an id such as CVE-2024-3094, not 'CVE-24-1'"
                + " [S-2026]");
  }

  @Test
  void lookupsHaveTables() {
    content.write("lookups/b.csv", "x\n1\n");
    assertThat(content.changed(LOOKUP, "../lookups/a", "a.csv", "c.csv"))
        .containsExactly(
            "a.yml:3:11: there is no table lookups/c.csv [S-2030]",
            "b.csv:1:1: no lookup names the table [S-2030]");
    content.write("lookups/b.yml", "name: b\ndescription: Rows.\nlookup_type: csv\n");
    assertThat(content.changed(LOOKUP, "../lookups/a", "filename", "collection: a\nfilename"))
        .containsExactly(
            "a.yml:1:1: 'fields' must say what the collection holds [S-2030]",
            "a.yml:3:13: a lookup has a 'filename' or a 'collection', not both [S-2030]");
  }

  @Test
  void textsAreNotTooLong() {
    String name = "N".repeat(100);
    content.write(
        "detections/" + name.toLowerCase(Locale.ROOT) + ".yml",
        OF_2026
            .replace("name: New One", "name: " + name)
            .replace("new_one_", name.toLowerCase(Locale.ROOT) + "_")
            .replace("id: 3", "id: 9"));

    assertThat(content.faults())
        .singleElement()
        .asString()
        .endsWith(".yml:1:7: 'name' has 100 characters (must have 99 at most) [S-2031]");
    assertThat(content.changed(OF_2024, "old_one", "None known.", "no"))
        .contains(
            "old_one.yml:12:24: 'known_false_positives' must have at least 4 characters [S-2031]");
  }

  @Test
  void whatCannotBeReadIsToldWithTheOthers() {
    content.write("detections/broken.yml", "name: [\n");

    assertThat(content.faults())
        .singleElement()
        .asString()
        .startsWith("broken.yml:")
        .contains("YAML");
  }
}
