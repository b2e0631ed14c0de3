package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  private static final String FILES = "src/test/resources/lint";

  @Test
  void showsFaultsWithTheirPlacesAndSumsUpByReason() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES);

    assertThat(run.out())
        .isEqualTo(
            """
            src/test/resources/lint/several.ndjson:3:1: expected {"id": ..., "spl": ...}
              | {"id": 3}
                ^
            src/test/resources/lint/macros.conf:6:21: unknown macro `missing`
              | definition = search `missing`
                                    ^
            src/test/resources/lint/misspelt.spl:2:3: unknown command 'serch'. Did you mean 'search'?
              | | serch Filesystem.dest=a
                  ^
            src/test/resources/lint/misspelt.spl:3:10: unknown function 'strptme'. Did you mean 'strptime'?
              | | eval t=strptme(1)
                         ^
            src/test/resources/lint/savedsearches.conf:3:79: warning: dataset Filesystem has no field 'Filesystem.nothing'   [S-502]
              | ...count from datamodel=Endpoint.Filesystem by Filesystem.dest Filesystem.nothing \\
                                                                               ^
            src/test/resources/lint/several.ndjson (audit): refused: data model Splunk_Audit.Web_Service_Errors has no definition here yet; needs command mcollect
            5 searches: 3 run, 1 refused, 1 in error
              2 other files, macros or drilldowns are in error
                   1  data model Splunk_Audit.Web_Service_Errors has no definition here yet
                   1  needs command mcollect
              1 warning
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  /** S-2090 */
  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotRead(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "sesame [");
    Path folder = Files.createDirectories(directory.resolve("searches"));
    Files.writeString(folder.resolve("a.spl"), "search index=a");
    Files.createSymbolicLink(folder.resolve("b.spl"), secret);

    EmbeddedRun run = EmbeddedRun.of("lint", folder.toString());

    assertThat(run.out())
        .contains("b.spl:1:1: is a link that leads out of " + folder, "1 search: 1 run")
        .doesNotContain("sesame");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void givesAnObjectForEachSearch() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES + "/several.ndjson", "--format", "json");

    assertThat(run.out().lines().skip(1))
        .containsExactly(
            "{\"id\":\"fine\",\"file\":\"src/test/resources/lint/several.ndjson\","
                + "\"status\":\"run\",\"diagnostics\":[]}",
            "{\"id\":\"audit\",\"file\":\"src/test/resources/lint/several.ndjson\","
                + "\"status\":\"refused\",\"diagnostics\":["
                + "{\"severity\":\"unsupported\",\"file\":\"<audit>\",\"line\":1,\"column\":3,"
                + "\"message\":\"data model Splunk_Audit.Web_Service_Errors has no definition here yet\"},"
                + "{\"severity\":\"unsupported\",\"file\":\"<audit>\",\"line\":1,\"column\":73,"
                + "\"message\":\"known SPL command, not supported: mcollect\"}]}");
  }

  @Test
  void writesSarif() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES + "/macros.conf", "--format", "sarif");

    assertThat(run.out())
        .isEqualTo(
            "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
                + "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"highwater\","
                + "\"rules\":[{\"id\":\"spl\"}]}},\"columnKind\":\"utf16CodeUnits\",\"results\":["
                + "{\"ruleId\":\"spl\",\"level\":\"error\","
                + "\"message\":{\"text\":\"unknown macro `missing`\"},\"locations\":["
                + "{\"physicalLocation\":{\"artifactLocation\":"
                + "{\"uri\":\"src/test/resources/lint/macros.conf\"},"
                + "\"region\":{\"startLine\":6,\"startColumn\":21}}}]}]}]}\n");
  }

  @Test
  void writesWorkflowCommands() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES + "/misspelt.spl", "--format", "github");

    assertThat(run.out())
        .isEqualTo(
            """
            ::error file=src/test/resources/lint/misspelt.spl,line=2,col=3,title=src/test/resources/lint/misspelt.spl::unknown command 'serch'. Did you mean 'search'?
            ::error file=src/test/resources/lint/misspelt.spl,line=3,col=10,title=src/test/resources/lint/misspelt.spl::unknown function 'strptme'. Did you mean 'strptime'?
            """);
  }

  @Test
  void takesMacrosFromAFileAndFindsNothingWrong() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES + "/detection.yml", FILES + "/macros.conf");

    assertThat(run.out()).contains("1 search: 1 run, 0 refused, 0 in error\n");
  }

  @Test
  void aRefusedSearchAndAWarningAreFailuresWhenStrict() {
    String warned = FILES + "/savedsearches.conf";
    String macros = FILES + "/warned_macros.conf";

    assertThat(EmbeddedRun.of("lint", warned, "--macros", macros).code()).isZero();
    assertThat(EmbeddedRun.of("lint", "--strict", warned, "--macros", macros).code()).isEqualTo(1);
  }

  @Test
  void aPathThatDoesNotExistIsAnError() {
    EmbeddedRun run = EmbeddedRun.of("lint", "--quiet", "target/nothing");

    assertThat(run.out()).startsWith("target/nothing:1:1: does not exist\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void formatWritesACommandALine() {
    EmbeddedRun run = EmbeddedRun.of("format", FILES + "/misspelt.spl");

    assertThat(run.out())
        .isEqualTo(
            """
            | tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest
            | serch Filesystem.dest=a
            | eval t=strptme(1)
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void otherCommandsDoNotTakeItsFormats() {
    EmbeddedRun run = EmbeddedRun.of("list", "--format", "sarif");

    assertThat(run.err()).startsWith("--format: sarif is for lint and validate only\n");
    assertThat(run.code()).isEqualTo(2);
  }

  /** Rules S-1040, S-1045, S-1046, S-1047. */
  @Test
  void readsWhatBelongsToADetectionBaselinesAndDashboards() {
    EmbeddedRun run = EmbeddedRun.of("lint", "--format", "github", CONTENT);

    assertThat(run.out().lines().map(line -> line.replace(CONTENT + "/", "")))
        .containsExactly(
            warning("drilled.yml", 10, 3, "Drilled Detection")
                + "the search does not use the filter macro of its name. Write |"
                + " `drilled_detection_filter` at its end [S-1046]",
            warning("drilled.yml", 13, 51, "Drilled Detection")
                + "no row has the field 'risk_object': the drilldown does not know it [S-1045]",
            warning("drilled.yml", 20, 68, "Drilled Detection")
                + "no row has the field 'dst': the drilldown does not know it."
                + " Did you mean 'dest'? [S-1045]",
            warning("drilled.yml", 22, 25, "Drilled Detection")
                + "no row has the field 'file_name': the token stays as it is in the message"
                + " [S-1045]",
            warning("drilled.yml", 27, 13, "Drilled Detection")
                + "no row has the field 'usr': no risk is raised for it. Did you mean 'user'?"
                + " [S-1045]",
            warning("drilled.yml", 29, 12, "Drilled Detection")
                + "no row has the field 'file_name': it names no threat [S-1045]",
            warning("drilled.yml", 37, 20, "Drilled Detection")
                + "no row has the field 'nothing': it tells no findings apart [S-1045]",
            warning("drilled.yml", 14, 65, FIRST)
                + "no step before this one gives the field 'host' [S-925]",
            error("drilled.yml", 18, 14, "Drilled Detection%3A View more")
                + "unknown command 'serch'. Did you mean 'search'?",
            warning("drilled.yml", 20, 26, "Drilled Detection%3A View old ones")
                + "this token has no second $. Write $dest$ [S-1045]",
            warning("drilled.yml", 20, 33, "Drilled Detection%3A View old ones")
                + "the time modifier 'starthoursago' is old and may be removed."
                + " Write earliest=-168h [S-1041]",
            "::warning file=baselines/kept.yml,line=6,col=63,title=Kept Table::"
                + "dataset Filesystem has no field 'Filesystem.dst' [S-502]",
            "::error file=baselines/kept.yml,line=6,col=93,title=Kept Table::"
                + "unknown lookup 'nowhere'. Only a file, whose name ends with .csv, is made by"
                + " writing it",
            "::error file=dashboards/one.json,line=1,col=59,title=ds_1::"
                + "unknown command 'serch'. Did you mean 'search'?");
    assertThat(run.code()).isEqualTo(1);
  }

  private static final String CONTENT = "src/test/resources/lint_content";
  private static final String FIRST =
      "Drilled Detection%3A View the detection results for $user$ and $risk_object$";

  private static String warning(String file, int line, int column, String title) {
    return place("warning", file, line, column, title);
  }

  private static String error(String file, int line, int column, String title) {
    return place("error", file, line, column, title);
  }

  private static String place(String kind, String file, int line, int column, String title) {
    return "::%s file=detections/endpoint/%s,line=%d,col=%d,title=%s::"
        .formatted(kind, file, line, column, title);
  }

  /** Rule S-1047. */
  @Test
  void readsDashboardsOfBothKinds() {
    EmbeddedRun run = EmbeddedRun.of("lint", "src/test/resources/lint_dashboards");

    assertThat(run.out())
        .isEqualTo(
            """
            src/test/resources/lint_dashboards/broken.json:1:26: is not JSON: Unexpected character ('}' (code 125)): expected a value
              | {"dataSources": {"ds_1": }}
                                         ^
            src/test/resources/lint_dashboards/broken.xml:1:36: is not XML: The element type "query" must be terminated by the matching end-tag "</query>".
              | <dashboard><search><query>index=a</search></dashboard>
                                                   ^
            src/test/resources/lint_dashboards/entities.xml:2:46: is not XML: The entity "secret" was referenced, but not declared.
              | <dashboard><search><query>index=a x="&secret;" | serch b</query></search></dashboard>
                                                             ^
            src/test/resources/lint_dashboards/classic.xml:12:49: unknown function 'strptme'. Did you mean 'strptime'?
              |           <query>| where count &gt; $least$ AND strptme(dest, &quot;%F&quot;) &#62; 1</query>
                                                                ^
            src/test/resources/lint_dashboards/classic.xml:17:104: warning: dataset Filesystem has no field 'Filesystem.dst'   [S-502]
              | ...om datamodel=Endpoint.Filesystem where Filesystem.dest<5 by Filesystem.dst]]></query>
                                                                               ^
            src/test/resources/lint_dashboards/classic.xml:21:23: warning: this place of a search is deprecated since Splunk Enterprise 6.3. Write <search><query>...</query></search>   [S-1040]
              |         <searchString>index=main | head $n$</searchString>
                                      ^
            src/test/resources/lint_dashboards/crlf.xml:3:3: unknown command 'serch'. Did you mean 'search'?
              | | serch b</query></search>
                  ^
            src/test/resources/lint_dashboards/studio.json:11:77: unknown function 'strptme'. Did you mean 'strptime'?
              | ... {"extend": "ds_base", "query": "| eval a=\\"\\u00e9\\\\\\\\\\", t=strptme(user)"}
                                                                               ^
            src/test/resources/lint_dashboards/studio.xml:4:84: unknown command 'serch'. Did you mean 'search'?
              | ...: {"type": "ds.search", "options": {"query": "index=main\\n| serch \\"$x$\\""}}}}
                                                                               ^
            8 searches: 4 run, 0 refused, 4 in error
              3 other files, macros or drilldowns are in error
              2 warnings
            """);
  }

  @Test
  void aNamedFileWithoutSearchesIsAnError() {
    EmbeddedRun run =
        EmbeddedRun.of(
            "lint",
            "--format",
            "github",
            "src/test/resources/lint_dashboards/other.json",
            FILES + "/notes.yml");

    assertThat(run.out().lines())
        .hasSize(2)
        .allMatch(line -> line.endsWith("::holds no searches that are known here"));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aWarningThatSaysTheSameAgainAndAgainIsCounted() {
    EmbeddedRun run = EmbeddedRun.of("lint", "src/test/resources/lint_repeated");
    EmbeddedRun all = EmbeddedRun.of("lint", "--quiet", "src/test/resources/lint_repeated");

    assertThat(run.out())
        .contains("<s10>:1:9: warning: ", "<s60>:1:9: warning: ")
        .doesNotContain("<s11>:1:9: warning: ", "<s59>:1:9: warning: ")
        .endsWith(
            """
            60 searches: 60 run, 0 refused, 0 in error
              60 warnings
                  49  more like this: the time modifier 'daysago' is old and may be removed. Write earliest=-1d
            """);
    assertThat(all.out()).contains("<s11>:1:9: warning: ").doesNotContain("more like this");
  }
}
