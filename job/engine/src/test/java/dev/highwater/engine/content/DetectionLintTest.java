package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules S-1045, S-1046, S-1047. */
class DetectionLintTest {

  private static final SearchCompiler COMPILER =
      new SearchCompiler(
          Knowledge.builtIn(
              ContentPack.builtIn().withMacros(List.of(filter("a_b_c"), filter("a_c"))),
              ZoneOffset.UTC));

  private static final String HEAD =
      """
      name: A B-c
      id: 11111111-1111-1111-1111-111111111111
      version: 1
      type: TTP
      search: index=x | stats count by dest, Web.user | `a_b_c_filter`
      """;

  private static MacroDefinition filter(String name) {
    return new MacroDefinition(
        name + "_filter", List.of(), SplSources.of("<filter>", "search *"), false);
  }

  private static List<String> lint(String rest, boolean raisesRisk) {
    return lint(HEAD, rest, raisesRisk);
  }

  private static List<String> lint(String head, String rest, boolean raisesRisk) {
    YamlFile file = YamlFile.parse("a.yml", head + rest);
    Detection detection =
        Objects.requireNonNull(DetectionReader.read(file, "detections/a.yml", "ESCU"));
    assertThat(file.problems()).isEmpty();
    Compilation search = COMPILER.compile(detection.search());
    List<Diagnostic> found =
        new ArrayList<>(MentionCheck.check(detection, search.fields(), raisesRisk));
    DrilldownCheck drilldowns = new DrilldownCheck(COMPILER, detection.search(), search.fields());
    detection.drilldowns().forEach(each -> found.addAll(drilldowns.check(each)));
    return found.stream().map(DetectionLintTest::shown).toList();
  }

  private static String shown(Diagnostic diagnostic) {
    return diagnostic.location().line()
        + ":"
        + diagnostic.location().column()
        + ": "
        + diagnostic.message()
        + (diagnostic.hint() == null ? "" : ". " + diagnostic.hint())
        + (diagnostic.rule() == null ? "" : " [" + diagnostic.rule() + "]");
  }

  @Test
  void theSchemaOf2024() {
    String rest =
        """
        tags:
          message: $user$ on $dest$, $count$ $times
          risk_score: 50
          observable:
          - {name: user, type: User, role: [Victim]}
          - {name: src, type: IP Address, role: [Attacker]}
          - {name: dest, type: Hostname, role: [Victim]}
          throttling: {fields: [dest, src], period: 1h}
        """;
    assertThat(lint(rest, true))
        .containsExactly(
            "7:12: no row has the field 'user': the token stays as it is in the message."
                + " Did you mean 'Web.user'? [S-1045]",
            "10:12: no row has the field 'user': no risk is raised for it."
                + " Did you mean 'Web.user'? [S-1045]",
            "11:12: no row has the field 'src': it names no threat [S-1045]",
            "13:31: no row has the field 'src': it tells no findings apart [S-1045]");
    assertThat(lint(rest, false))
        .containsExactly("13:31: no row has the field 'src': it tells no findings apart [S-1045]");
  }

  @Test
  void theSchemaOf2025() {
    assertThat(
            lint(
                """
                rba:
                  message: $src$
                  risk_objects:
                  - {field: usr, type: user, score: 10}
                  threat_objects:
                  - {field: file, type: file_name}
                tags: {message: "$other$"}
                """,
                true))
        .containsExactly(
            "7:12: no row has the field 'src': the token stays as it is in the message [S-1045]",
            "9:13: no row has the field 'usr': no risk is raised for it [S-1045]",
            "11:13: no row has the field 'file': it names no threat [S-1045]");
  }

  @Test
  void theSchemaOf2026() {
    assertThat(
            lint(
                """
                intermediate_findings:
                  entities:
                  - {field: usr, type: user, score: 10, message: "$dest$ $b$ $b$"}
                finding:
                  title: A - $risk_object$
                  entity: {field: risk_object, type: other, score: 5}
                threat_objects:
                - {field: file, type: file_name}
                """,
                true))
        .containsExactly(
            "10:14: no row has the field 'risk_object': the token stays as it is in the message"
                + " [S-1045]",
            "8:13: no row has the field 'usr': no risk is raised for it [S-1045]",
            "11:19: no row has the field 'risk_object': no risk is raised for it [S-1045]",
            "8:58: no row has the field 'b': the token stays as it is in the message [S-1045]",
            "13:11: no row has the field 'file': it names no threat [S-1045]");
  }

  @Test
  void whatFindingsHaveForThemselvesIsKnownToDrilldowns() {
    assertThat(
            lint(
                """
                drilldown_searches:
                - name: For $dest$ by $search_name$ at $orig_time$
                  search: '%original_detection_search% | search dest = "$dest$"'
                  earliest_offset: $info_min_time$
                  latest_offset: $info_max_time$
                - name: For $risk_object$
                  search: index=y earliest=$info_min_time$ latest=$info_max_time$ dest IN ($dest|s$)
                """,
                true))
        .containsExactly(
            "11:13: no row has the field 'risk_object': the drilldown does not know it [S-1045]");
  }

  @Test
  void drilldownsAreReadAsSearches() {
    assertThat(
            lint(
                """
                drilldown_searches:
                - name: one
                  search: '%original_detection_search% | search user = "$dest$" | serch x'
                - name: two
                  search: '| $dest$ | where dest == $dest$'
                - name: three
                  search: 'index=a dest="$dest" OR'
                - name: four
                  search: 'index=a %original_detection_search% | search [ serch x ]'
                - name: five
                  search: '%original_detection_search%'
                - name: six
                  search: '| typeahead prefix=x | rest /services'
                """,
                true))
        .containsExactly(
            "8:49: no step before this one gives the field 'user'. Did you mean 'Web.user'?"
                + " [S-925]",
            "8:67: unknown command 'serch'. Did you mean 'search'?",
            "12:26: this token has no second $. Write $dest$ [S-1045]",
            "12:33: there is no condition behind OR",
            "14:59: unknown command 'serch'. Did you mean 'search'?");
  }

  @Test
  void aSearchUsesTheFilterMacroOfItsName() {
    String head = HEAD.replace("a_b_c_filter", "a_c_filter");
    assertThat(lint(head, "", true))
        .containsExactly(
            "5:9: the search does not use the filter macro of its name."
                + " Write | `a_b_c_filter` at its end [S-1046]");
    assertThat(lint(head.replace("TTP", "Baseline"), "", true)).isEmpty();
  }

  @Test
  void whereFieldsAreNotKnownNothingIsSaid() {
    assertThat(
            lint(
                HEAD.replace(" | stats count by dest, Web.user", ""),
                "tags: {message: $a$, risk_score: 1, observable: [{name: b, type: User,"
                    + " role: [Victim]}]}\n",
                true))
        .isEmpty();
  }
}
