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

/** A folder of content in which a detection of each schema is as it should be, to be changed. */
final class SoundContent {

  static final String OF_2024 =
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

  static final String OF_2025 =
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

  static final String OF_2026 =
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

  static final String STORY =
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

  static final String BASELINE =
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

  static final String LOOKUP = "name: a\ndescription: Rows.\nfilename: a.csv\n";

  private final Path folder;

  /** Content without faults, in a folder. */
  SoundContent(Path folder) {
    this.folder = folder;
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

  List<String> without(String text, String name, String line) {
    return changed(text, name, line, "");
  }

  /** The faults of the sound content with one change, which is taken back. */
  List<String> changed(String text, String name, String old, String changed) {
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

  List<String> faults() {
    try {
      return ContentValidation.of(ContentReader.readFiles(List.of(folder))).stream()
          .sorted(Comparator.comparing(SoundContent::file).thenComparing(Diagnostic.IN_TEXT_ORDER))
          .map(SoundContent::shown)
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

  void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
