package dev.highwater.app.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.MacroLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field that content says a Sysmon for Linux source gives, in its example and real logs. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class DataSourceFieldsTest {

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));

  /** S-603: null where Hashes is {@code -}, which it is in the example and in the real logs. */
  private static final Set<String> NOT_KNOWN_TO_THE_EVENTS = Set.of("process_hash");

  @ParameterizedTest
  @ValueSource(ints = {1, 11})
  void haveValuesInTheExampleLog(int eventId) throws IOException {
    Map<?, ?> source = source(eventId);

    assertThat(missing(source, String.valueOf(source.get("example_log"))))
        .isSubsetOf(NOT_KNOWN_TO_THE_EVENTS);
  }

  @Test
  void haveValuesInTheRealLogs() throws IOException {
    List<String> missing = new ArrayList<>();
    Map<?, ?> processes = source(1);
    Map<?, ?> files = source(11);
    try (var logs = Files.list(SHARED.resolve("conformance/linux/real"))) {
      for (Path log : logs.toList()) {
        for (String line : Files.readAllLines(log)) {
          if (line.contains("<EventID>1<")) {
            missing.addAll(missing(processes, line));
          } else if (line.contains("<EventID>11<")) {
            missing.addAll(missing(files, line));
          }
        }
      }
    }
    assertThat(missing).isSubsetOf(NOT_KNOWN_TO_THE_EVENTS);
  }

  private static Map<?, ?> source(int eventId) throws IOException {
    return DataSourceCoverage.read(
        SHARED.resolve("corpus/escu/data_sources/sysmon_for_linux_eventid_" + eventId + ".yml"));
  }

  private static List<String> missing(Map<?, ?> source, String text) {
    AddOnLibrary addOns = Knowledge.builtIn(MacroLibrary.NONE, ZoneOffset.UTC).addOns();
    return DataSourceCoverage.of(source, text, addOns).missing();
  }
}
