package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
            src/test/resources/lint/several.ndjson (registry): refused: data model Endpoint.Registry has no definition here yet; needs command mcollect
            5 searches: 3 run, 1 refused, 1 in error
              2 other files or macros are in error
                   1  data model Endpoint.Registry has no definition here yet
                   1  needs command mcollect
              1 warning
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void givesAnObjectForEachSearch() {
    EmbeddedRun run = EmbeddedRun.of("lint", FILES + "/several.ndjson", "--format", "json");

    assertThat(run.out().lines().skip(1))
        .containsExactly(
            "{\"id\":\"fine\",\"file\":\"src/test/resources/lint/several.ndjson\","
                + "\"status\":\"run\",\"diagnostics\":[]}",
            "{\"id\":\"registry\",\"file\":\"src/test/resources/lint/several.ndjson\","
                + "\"status\":\"refused\",\"diagnostics\":["
                + "{\"severity\":\"unsupported\",\"file\":\"<registry>\",\"line\":1,\"column\":3,"
                + "\"message\":\"data model Endpoint.Registry has no definition here yet\"},"
                + "{\"severity\":\"unsupported\",\"file\":\"<registry>\",\"line\":1,\"column\":68,"
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
  void otherCommandsDoNotTakeItsFormats() {
    EmbeddedRun run = EmbeddedRun.of("list", "--format", "sarif");

    assertThat(run.err()).startsWith("--format: sarif is for lint only\n");
    assertThat(run.code()).isEqualTo(2);
  }
}
