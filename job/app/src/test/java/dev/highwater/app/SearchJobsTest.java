package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many searches of a file. Rules S-1120, S-1121. */
class SearchJobsTest {

  private static final String DATASET =
      "../../datasets/attack_techniques/T1053.006/service_systemd/service_systemd.yml";

  @TempDir private Path directory;

  @Test
  void answersEachLineInTheOrderOfTheFile() throws IOException {
    EmbeddedRun run =
        run(
            """
            {"id": "rows", "spl": "stats count by x", "rows": [{"x": ["a", "b"]}, {"x": "a"}]}
            {"id": 7, "spl": "| makeresults | eval n=now(), z=strftime(n, \\"%H %Z\\") | table n z", "now": 0, "tz": "+02:00"}

            {"id": "events", "spl": "index=main | stats count"}
            {"spl": "head 1", "rows": [], "note": "more is left alone"}
            """);

    assertThat(run)
        .isEqualTo(
            new EmbeddedRun(
                0,
                """
                {"id":"rows","rows":[{"x":"a","count":2},{"x":"b","count":1}]}
                {"id":7,"rows":[{"n":0,"z":"02 +02:00"}]}
                {"id":"events","rows":[{"count":0}]}
                {"id":"%s:5","rows":[]}
                """
                    .formatted(directory.resolve("jobs.ndjson")),
                ""));
  }

  @Test
  void aBadLineDoesNotStopTheOthers() throws IOException {
    EmbeddedRun run =
        run(
            """
            {"id": "wrong", "spl": "| makeresults | evil"}
            no JSON
            {"id": [], "rows": {}, "tz": "Nowhere", "now": "then"}
            {"id": "right", "spl": "| makeresults | table x"}
            """);

    String place = directory.resolve("jobs.ndjson").toString();
    assertThat(run.out().replace(place, "FILE"))
        .isEqualTo(
            """
            {"id":"wrong","diagnostics":[{"severity":"error","file":"<wrong>","line":1,"column":17,"message":"unknown command 'evil'","hint":"Did you mean 'eval'?"}]}
            {"id":"FILE:2","diagnostics":[{"severity":"error","file":"FILE","line":2,"column":1,"message":"expected {\\"id\\": ..., \\"spl\\": ...}"}]}
            {"id":"FILE:3","diagnostics":[\
            {"severity":"error","file":"FILE","line":3,"column":1,"message":"the id is neither a text nor a number"},\
            {"severity":"error","file":"FILE","line":3,"column":1,"message":"expected {\\"id\\": ..., \\"spl\\": ...}"},\
            {"severity":"error","file":"FILE","line":3,"column":1,"message":"rows is no list of objects"},\
            {"severity":"error","file":"FILE","line":3,"column":1,"message":"tz is no time zone: 'Nowhere' (must be like Europe/Berlin)"},\
            {"severity":"error","file":"FILE","line":3,"column":1,"message":"now: Invalid time: 'then' (must be like 2026-03-01T10:00:00Z, 2026-03-01, or seconds since 1970)"}]}
            {"id":"right","rows":[{}]}
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void searchesTheInputsInOneJobAndRowsBeside() throws IOException {
    EmbeddedRun run =
        run(
            """
            {"id": "by", "spl": "EventID=9 OR EventID=4 | stats count by EventID | sort EventID"}
            {"id": "rows", "spl": "head 1", "rows": [{"a": 1}]}
            {"id": "bad", "spl": "| tstats"}
            {"id": "none", "spl": "EventID=9 earliest=1 latest=2 | stats count"}
            {"id": "then", "spl": "| tstats count from datamodel=Endpoint.Filesystem | eval n=now()", "now": 1}
            """,
            DATASET);

    assertThat(run.out().replaceFirst("\"diagnostics\":.*", "..."))
        .isEqualTo(
            """
            {"id":"by","rows":[{"EventID":"4","count":5},{"EventID":"9","count":5}]}
            {"id":"rows","rows":[{"a":1}]}
            {"id":"bad",...
            {"id":"none","rows":[{"count":0}]}
            {"id":"then","rows":[{"count":151,"n":1}]}
            """);
    assertThat(run.code()).isZero();
  }

  private EmbeddedRun run(String jobs, String... inputs) throws IOException {
    Path file = Files.writeString(directory.resolve("jobs.ndjson"), jobs);
    String[] arguments = new String[inputs.length + 4];
    arguments[0] = "search";
    arguments[1] = "--jobs=" + file;
    arguments[2] = "--parallelism=2";
    arguments[3] = "--quiet";
    System.arraycopy(inputs, 0, arguments, 4, inputs.length);
    return EmbeddedRun.of(arguments);
  }
}
