package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code highwater lint --sources}. Rule S-1303. */
class LintSourcesTest {

  @TempDir private Path directory;

  @Test
  void saysWhichSourcesCanFeedEachDetection() throws IOException {
    detection("a", "| tstats count from datamodel=Endpoint.Services by Services.dest");
    detection("b", "sourcetype=sysmon:linux EventID=1 | stats count by dest");
    detection("c", "| tstats count from datamodel=Risk.All_Risk by All_Risk.risk_object");
    detection("d", "index=* sourcetype=nowhere | stats count by dest");
    detection("e", "| makeresults");
    detection("f", "sourcetype=sysmon:linux | nosuchcommand");

    EmbeddedRun run = EmbeddedRun.of("lint", "--sources", directory.toString());

    assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .startsWith("detection | reads | sources")
        .anyMatch(line -> line.matches("a \\| Endpoint.Services \\| .*\\bsysmon:linux \\(.*"))
        .contains(
            "b | events | sysmon:linux (Syslog:Linux-Sysmon/Operational)",
            "c | Risk.All_Risk | stash",
            "d | events",
            "e",
            "f | refused",
            directory.resolve("d.yml")
                + ":8:10: warning: no source that an add-on knows can feed this search. Bring its"
                + " add-on with --apps | [S-1303]")
        .contains("6 searches: 5 run, 0 refused, 1 in error", " | 1 warning");
    assertThat(run.code()).isEqualTo(1);
    Files.delete(directory.resolve("f.yml"));
    assertThat(EmbeddedRun.of("lint", "--sources", directory.toString()).code()).isZero();
    assertThat(EmbeddedRun.of("lint", "--sources", "--strict", directory.toString()).code())
        .isEqualTo(1);
  }

  private void detection(String name, String search) throws IOException {
    String text =
        """
        name: %s
        id: 11111111-0000-0000-0000-00000000000%s
        version: 1
        date: '2026-01-01'
        author: Highwater
        type: Anomaly
        description: A detection.
        search: '%s'
        """;
    Files.writeString(directory.resolve(name + ".yml"), text.formatted(name, name, search));
  }
}
