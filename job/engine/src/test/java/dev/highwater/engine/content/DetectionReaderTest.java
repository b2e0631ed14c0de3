package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.ThreatObject;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-672, S-912, S-913, S-917. */
class DetectionReaderTest {

  private static final String HEAD =
      """
      name: A B-c
      id: 11111111-1111-1111-1111-111111111111
      version: 2
      status: Production
      type: TTP
      search: index=x | stats count by dest
      """;

  @Test
  void readsTheSchemaOf2024() {
    Detection detection =
        read(
            """
            data_source: [Sysmon EventID 1]
            tags:
              analytic_story: [Gomir]
              asset_type: Endpoint
              confidence: 50
              impact: 85
              message: $user$ on $dest$
              mitre_attack_id: [T1053]
              observable:
              - {name: dest, type: Hostname, role: [Victim]}
              - {name: user, type: User, role: [Victim]}
              - {name: file, type: File Name, role: [Victim]}
              - {name: account, type: User Name, role: [Victim]}
              - {name: process, type: Process Name, role: [Attacker]}
              - {name: src, type: IP Address, role: [Attacker]}
              risk_score: 42.5
              security_domain: endpoint
              throttling: {fields: [dest], period: 2h}
            tests:
            - name: True Positive Test
              attack_data:
              - {data: a.log, source: s, sourcetype: t}
            """);

    String message = "$user$ on $dest$";
    assertThat(detection.risk())
        .isEqualTo(
            new RiskConfiguration(
                message,
                OptionalInt.of(85),
                OptionalInt.of(50),
                List.of(
                    new RiskObject("dest", RiskObjectType.SYSTEM, 42, message),
                    new RiskObject("user", RiskObjectType.USER, 42, message),
                    new RiskObject("file", RiskObjectType.OTHER, 42, message),
                    new RiskObject("account", RiskObjectType.OTHER, 42, message)),
                List.of(
                    new ThreatObject("process", "process"),
                    new ThreatObject("src", "ip_address"))));
    assertThat(detection.searchName()).isEqualTo("ESCU - A B-c - Rule");
    assertThat(detection.filterMacro()).isEqualTo("a_b_c_filter");
    assertThat(detection.status()).isEqualTo("production");
    assertThat(detection.analyticStories()).containsExactly("Gomir");
    assertThat(detection.mitreAttackIds()).containsExactly("T1053");
    assertThat(detection.throttling()).isEqualTo(new Throttling(List.of("dest"), 7_200_000));
    assertThat(detection.tests())
        .containsExactly(
            new DetectionCase(
                "True Positive Test",
                List.of(new DetectionCase.AttackData("a.log", "s", "t", "", "")),
                ""));
  }

  @Test
  void readsTheSchemaOf2025() {
    Detection detection =
        read(
            """
            rba:
              message: on $dest$
              risk_objects:
              - {field: dest, type: system, score: 49}
              threat_objects:
              - {field: src, type: ip_address}
            tags:
              analytic_story: [Gomir]
              security_domain: network
            """);

    assertThat(detection.risk())
        .isEqualTo(
            new RiskConfiguration(
                "on $dest$",
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(new RiskObject("dest", RiskObjectType.SYSTEM, 49, "on $dest$")),
                List.of(new ThreatObject("src", "ip_address"))));
    assertThat(detection.securityDomain()).isEqualTo("network");
  }

  @Test
  void readsTheSchemaOf2026() {
    Detection anomaly =
        read(
            """
            analytic_story: [Gomir]
            mitre_attack_id: [T1]
            intermediate_findings:
              entities:
              - {field: dest, type: system, score: 20, message: one}
              - {field: user, type: user, score: 30, message: two}
            threat_objects: []
            """);
    Detection finding =
        readCorrelation(
            """
            finding:
              title: A - $risk_object$
              entity: {field: risk_object, type: other, score: 0}
            """);

    assertThat(anomaly.risk().riskObjects())
        .containsExactly(
            new RiskObject("dest", RiskObjectType.SYSTEM, 20, "one"),
            new RiskObject("user", RiskObjectType.USER, 30, "two"));
    assertThat(anomaly.mitreAttackIds()).containsExactly("T1");
    assertThat(anomaly.findingTitle()).isEmpty();
    assertThat(finding.findingTitle()).isEqualTo("A - $risk_object$");
    assertThat(finding.risk().riskObjects())
        .containsExactly(
            new RiskObject("risk_object", RiskObjectType.OTHER, 0, "A - $risk_object$"));
  }

  @Test
  void namesAllProblemsOfAFileWithTheirPlaces() {
    YamlFile file =
        YamlFile.parse(
            "a.yml",
            """
            name: A
            version: two
            type: [TTP]
            search: x
            tags:
              analytic_story: Gomir
              throttling: {fields: [a], period: 1w}
            rba:
              message: m
              risk_objects:
              - {field: dest, type: host, score: 200}
            """);

    assertThat(DetectionReader.read(file, "a.yml", "ESCU")).isNull();
    assertThat(file.problems())
        .extracting(problem -> problem.location().display() + ": " + problem.message())
        .containsExactly(
            "a.yml:1:1: 'id' is missing",
            "a.yml:2:10: 'version' must be a whole number, not 'two'",
            "a.yml:3:7: 'type' must be a text, not a list",
            "a.yml:6:19: 'analytic_story' must be a list, not a text",
            "a.yml:7:37: 'period' must be a number and s, m, h or d, such as 24h, not '1w'",
            "a.yml:11:25: 'type' must be system, user or other, not 'host'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rba: {message: m, risk_objects: [{field: a, type: user, score: 0}]}"
            + " | a.yml:7:64: 'score' must be 1 to 100, not 0",
        "rba: {message: m, risk_objects: [{field: a, type: user, score: 101}]}"
            + " | a.yml:7:64: 'score' must be 1 to 100, not 101",
        "intermediate_findings: {entities: [{field: a, type: user, score: 0, message: m}]}"
            + " | a.yml:7:66: 'score' must be 1 to 100, not 0",
        "finding: {title: t, entity: {field: a, type: user, score: 0}}"
            + " | a.yml:7:59: 'score' must be 1 to 100, not 0",
        "tags: {message: m, confidence: 0, impact: 80, risk_score: 0, observable: [{name: a, type:"
            + " User, role: [Victim]}]} | a.yml:7:59: 'risk_score' must be 1 to 100, not 0",
        "tags: {message: m, confidence: 50, impact: 130, risk_score: 65, observable: [{name: a,"
            + " type: User, role: [Victim]}]} | a.yml:7:44: 'impact' must be 0 to 100, not 130",
        "tags: {message: m, confidence: 50, impact: 80, observable: [{name: a, type: Usr, role:"
            + " [Victim]}]} | a.yml:7:77: 'type' must be that of an observable, not 'Usr'"
      })
  void refusesScoresAndTypesThatThereAreNot(String rest, String problem) {
    YamlFile file = YamlFile.parse("a.yml", HEAD + rest);

    assertThat(DetectionReader.read(file, "a.yml", "ESCU")).isNull();
    assertThat(file.problems())
        .extracting(each -> each.location().display() + ": " + each.message())
        .containsExactly(problem);
  }

  @Test
  void saysWhereAFileIsNotYaml() {
    List<Diagnostic> problems = YamlFile.parse("a.yml", "name: A\nid: 'x\n").problems();

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).render()).startsWith("a.yml:3:1: is not YAML: found unexpected end");
    assertThat(YamlFile.parse("a.yml", "- a").problems().get(0).message())
        .isEqualTo("must be a mapping of keys to values");
    assertThat(YamlFile.parse("a.yml", "a: 1\na: 2").problems().get(0).render())
        .startsWith("a.yml:2:1: has the key 'a' twice");
  }

  private static Detection read(String rest) {
    return readWhole(HEAD + rest);
  }

  private static Detection readCorrelation(String rest) {
    return readWhole(HEAD.replace("TTP", "Correlation") + rest);
  }

  private static Detection readWhole(String text) {
    YamlFile file = YamlFile.parse("a.yml", text);
    Detection detection = DetectionReader.read(file, "detections/a.yml", "ESCU");
    assertThat(file.problems()).isEmpty();
    return Objects.requireNonNull(detection);
  }
}
