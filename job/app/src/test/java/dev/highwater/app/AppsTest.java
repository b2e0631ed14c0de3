package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --apps}: S-1300, S-1301. */
class AppsTest {

  @TempDir private Path directory;

  @BeforeEach
  void anApp() throws IOException {
    file(
        "apps/TA-x/default/props.conf",
        """
        [x:log]
        TIME_FORMAT = %Y-%m-%dT%H:%M:%S%z
        EXTRACT-all = ^\\S+ (?<user>\\w+) (?<code>\\d+)
        LOOKUP-code = codes code OUTPUT action
        EVAL-broken = nothing(user)
        """);
    file("apps/TA-x/default/transforms.conf", "[codes]\nfilename = codes.csv\n");
    file("apps/TA-x/lookups/codes.csv", "code,action\n1,success\n2,failure\n");
    file("apps/TA-x/default/macros.conf", "[x_index]\ndefinition = sourcetype=x:log\n");
    file("apps/TA-x/default/eventtypes.conf", "[x_login]\nsearch = `x_index` code=*\n");
    file("apps/TA-x/default/tags.conf", "[eventtype=x_login]\nauthentication = enabled\n");
    file(
        "apps/TA-x/default/data/models/Mine.json",
        """
        {"modelName": "Mine", "objects": [{"objectName": "Logins", "parentName": "BaseEvent",
          "constraints": [{"search": "(`cim_Mine_indexes`) tag=authentication"}],
          "fields": [{"fieldName": "user"}, {"fieldName": "action"}], "calculations": []}]}
        """);
    file("x.log", "2026-03-01T10:00:00Z bob 1\n2026-03-01T10:00:01Z eve 2\n");
  }

  @Test
  void theirFieldsTagsAndDataModelsAreThere() {
    EmbeddedRun run = run("fields", "--format=json", "--event=2");

    assertThat(run.out())
        .isEqualTo(
            """
            {"_time":"2026-03-01T10:00:01.000Z","host":"unknown","source":"%s","sourcetype":"x:log",\
            "fields":{"action":"failure","code":"2","user":"eve"},"eventtypes":["x_login"],\
            "tags":["authentication"],"datasets":["Authentication.Authentication",\
            "Authentication.Failed_Authentication","Mine.Logins"]}
            """
                .formatted(directory.resolve("x.log")));
    assertThat(run.err())
        .contains("TA-x/default/props.conf:5:15: unknown function 'nothing'")
        .endsWith("1 setting of the apps is left out\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void searchesOfAJobSeeThem() {
    EmbeddedRun run =
        run("search", "| tstats count from datamodel=Mine.Logins by Logins.user Logins.action");

    assertThat(run.out())
        .isEqualTo(
            """
            {"Logins.user":"bob","Logins.action":"success","count":1}
            {"Logins.user":"eve","Logins.action":"failure","count":1}
            """);
  }

  @Test
  void theySayWhereEventsBreakAndWhatTimeTheyHave() throws IOException {
    file(
        "apps/TA-y/local/props.conf",
        """
        [y:log]
        SHOULD_LINEMERGE = false
        LINE_BREAKER = ([\\r\\n]+)at=
        TIME_PREFIX = at=
        TIME_FORMAT = %d/%m/%Y
        """);
    Path log = directory.resolve("y.log");
    file("y.log", "at=02/03/2026 a=1\n  b=2\nat=03/03/2026 a=3\n");

    EmbeddedRun run =
        EmbeddedRun.of(
            "search",
            "--apps=" + directory.resolve("apps/TA-y"),
            "--sourcetype=y:log",
            "--tz=UTC",
            "sourcetype=y:log | table _time a b",
            log.toString());

    assertThat(run.out())
        .isEqualTo(
            """
            {"_time":1772496000,"a":"3"}
            {"_time":1772409600,"a":"1","b":"2"}
            """);
  }

  @Test
  void lintKnowsThemAndSaysWhatCannotBeUsed() throws IOException {
    file("search.spl", "`x_index` | lookup codes code OUTPUT action");

    EmbeddedRun run =
        EmbeddedRun.of(
            "lint",
            "--apps=" + directory.resolve("apps"),
            directory.resolve("search.spl").toString());

    assertThat(run.out()).isEqualTo("1 search: 1 run, 0 refused, 0 in error\n");
    assertThat(run.err()).endsWith("1 setting of the apps is left out\n");
    EmbeddedRun missing = EmbeddedRun.of("list", "--apps=" + directory.resolve("none"));
    assertThat(missing.err())
        .isEqualTo("Cannot read apps: " + directory.resolve("none") + " does not exist\n");
    assertThat(missing.code()).isEqualTo(1);
  }

  @Test
  void ourOwnAddOnsMayBeLeftOut() {
    assertThat(run("fields", "--no-built-in-apps", "--format=json", "--event=1").out())
        .contains("\"action\":\"success\"");
    assertThat(
            EmbeddedRun.of(
                    "fields",
                    "--no-built-in-apps",
                    "--format=json",
                    "../../datasets/addons/sysmon_linux/sample.log")
                .out())
        .doesNotContain("EventCode");
  }

  private EmbeddedRun run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--apps", directory.resolve("apps").toString()));
    all.addAll(List.of("--sourcetype", "x:log"));
    all.addAll(List.of(arguments));
    all.add(directory.resolve("x.log").toString());
    return EmbeddedRun.of(all.toArray(new String[0]));
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
