package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.NotableConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Rules S-672, S-673, S-674, S-1900, S-1901, S-1906. */
class DetectionActionsTest {

  private static final String HEAD =
      """
      name: A
      id: 11111111-1111-1111-1111-111111111111
      version: 2
      search: index=x
      description: What A finds
      """;

  @Test
  void aDeploymentSaysWhatANotableSays() {
    FindingActions ttp =
        actions(
            """
            type: TTP
            tags: {message: m, security_domain: network, mitre_attack_id: [T1053], cve: [CVE-1]}
            rba:
              message: m
              risk_objects:
              - {field: a, type: user, score: 41}
              - {field: b, type: user, score: 20}
              threat_objects: []
            drilldown_searches:
            - {name: d, search: '%original_detection_search% | search a="$a$"', latest_offset: 0}
            """);

    NotableConfiguration notable = Objects.requireNonNull(ttp.notable());
    assertThat(notable.title()).isEqualTo("A of TTP");
    assertThat(notable.description()).isEqualTo("What A finds");
    assertThat(notable.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(notable.drilldowns().get(0).search()).isEqualTo("index=x | search a=\"$a$\"");
    assertThat(ttp.annotations().json())
        .isEqualTo(
            "{\"cis20\":[\"CIS 13\"],\"cve\":[\"CVE-1\"],"
                + "\"kill_chain_phases\":[\"Exploitation\",\"Installation\"],"
                + "\"mitre_attack\":[\"T1053\"],\"nist\":[\"DE.CM\"]}");
  }

  @Test
  void aCorrelationsTitleSaysSoUnlessTheFileHasOne() {
    FindingActions plain = actions("type: Correlation\n");
    FindingActions titled =
        actions(
            """
            type: Correlation
            finding: {title: T $x$, entity: {field: x, type: other, score: 0}}
            """);

    assertThat(Objects.requireNonNull(plain.notable()).title()).isEqualTo("RBA: A of Correlation");
    assertThat(Objects.requireNonNull(plain.notable()).severity()).isEqualTo(Severity.HIGH);
    assertThat(Objects.requireNonNull(titled.notable()).title()).isEqualTo("T $x$");
    assertThat(Objects.requireNonNull(titled.notable()).severity()).isEqualTo(Severity.HIGH);
  }

  private static FindingActions actions(String rest) {
    YamlFile file = YamlFile.parse("a.yml", HEAD + rest);
    Detection detection = DetectionReader.read(file, "a.yml", "ESCU");
    assertThat(file.problems()).isEmpty();
    YamlFile deployment =
        YamlFile.parse(
            "d.yml",
            """
            name: D
            type: any
            scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
            alert_action:
              notable: {rule_title: '%name% of %type%', rule_description: '%description%'}
            """);
    return DetectionActions.of(
        Objects.requireNonNull(detection),
        Objects.requireNonNull(DeploymentReader.read(deployment)),
        AttackCatalog.builtIn());
  }

  /** What contentctl's rules say of each file, computed from plain YAML. */
  @Test
  @EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
  void theRiskOfTheWholeCorpusIsWhatTheBuildMakesOfIt() throws IOException {
    Path escu = Path.of(System.getProperty("highwater.shared", ""), "corpus", "escu");
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (Detection detection : ContentReader.read(List.of(escu)).detections()) {
      Map<?, ?> file =
          (Map<?, ?>)
              new Load(LoadSettings.builder().build())
                  .loadFromString(Files.readString(escu.resolve(detection.file())));
      Map<?, ?> tags = (Map<?, ?>) Objects.requireNonNull(file.get("tags"));
      List<String> expected = new ArrayList<>();
      for (Object each : (List<?>) Objects.requireNonNull(tags.get("observable"))) {
        risk((Map<?, ?>) each, tags, expected);
      }
      List<String> found =
          detection.risk().riskObjects().stream().map(DetectionActionsTest::text).toList();
      if (!found.equals(expected)) {
        wrong.add(detection.name() + ": " + found + ", not " + expected);
      }
      checked += expected.size();
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(2000);
  }

  private static void risk(Map<?, ?> observable, Map<?, ?> tags, List<String> risks) {
    List<?> role = (List<?>) value(observable, "role");
    boolean isVictim = role.contains("Victim");
    boolean isAttacker = role.contains("Attacker");
    String kind = value(observable, "type").toString();
    String type =
        switch (isVictim ? kind : "") {
          case "User", "Email Address" -> "user";
          case "Hostname", "Endpoint", "IP Address" -> "system";
          default -> "other";
        };
    int product = (Integer) value(tags, "confidence") * (Integer) value(tags, "impact");
    boolean isHalf = product % 100 == 50;
    int score = isHalf ? product / 100 + product / 100 % 2 : (product + 50) / 100;
    if (isVictim || !isAttacker) {
      risks.add(observable.get("name") + " " + type + " " + score + " " + tags.get("message"));
    }
  }

  private static Object value(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String text(RiskObject object) {
    RiskObjectType type = object.type();
    return object.field() + " " + type.text() + " " + object.score() + " " + object.message();
  }
}
