package dev.highwater.app.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.JsonTree;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.MacroLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field that content lists for a source, in its example, in real logs and in samples. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class DataSourceFieldsTest {

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));

  /** S-603: null where Hashes is {@code -}, which it is in the example and in the real logs. */
  private static final Set<String> NOT_KNOWN_TO_THE_EVENTS = Set.of("process_hash");

  private static final Set<String> OF_THE_WRONG_EXAMPLE =
      Set.of(
          "Guid",
          "IMPHASH",
          "MD5",
          "Name",
          "ProcessID",
          "SHA256",
          "SystemTime",
          "ThreadID",
          "UserID",
          "xmlns");

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

  /**
   * The examples of these sources end with their first line, or are of another source; fields of
   * that one are listed for Active Directory, too.
   */
  @ParameterizedTest
  @CsvSource({
    "windows_event_log_security_4698, windows_security, EventCode=4698",
    "windows_event_log_security_4699, windows_security, EventCode=4699",
    "windows_event_log_security_4720, windows_security, EventCode=4720",
    "windows_event_log_security_4732, windows_security, EventCode=4732",
    "windows_event_log_system_4720, windows_security, EventCode=4720",
    "windows_event_log_system_4726, windows_security, EventCode=4726",
    "windows_event_log_printservice_316, windows_event_log, EventCode=316",
    "windows_event_log_printservice_808, windows_event_log, EventCode=808",
    "windows_event_log_defender_1129, windows_event_log, EventCode=1129",
    "windows_iis_29, windows_event_log, EventCode=29",
    "windows_active_directory_admon, active_directory, gPCMachineExtensionNames"
  })
  void haveValuesInOurSampleWhereThereIsNoWholeExample(String name, String sample, String mark)
      throws IOException {
    Map<Object, Object> source = new HashMap<>(source(name));
    String line =
        Files.readAllLines(Path.of("..", "..", "datasets", "addons", sample, "sample.log")).stream()
            .filter(each -> each.contains(mark))
            .findFirst()
            .orElseThrow();
    Map<String, Object> event = JsonTree.object(line);
    source.put("source", event.get("source"));
    source.put("sourcetype", event.get("sourcetype"));

    assertThat(missing(source, String.valueOf(event.get("raw")))).isSubsetOf(OF_THE_WRONG_EXAMPLE);
  }

  private static Map<?, ?> source(int eventId) throws IOException {
    return source("sysmon_for_linux_eventid_" + eventId);
  }

  private static Map<?, ?> source(String name) throws IOException {
    return DataSourceCoverage.read(SHARED.resolve("corpus/escu/data_sources/" + name + ".yml"));
  }

  private static List<String> missing(Map<?, ?> source, String text) {
    AddOnLibrary addOns = Knowledge.builtIn(MacroLibrary.NONE, ZoneOffset.UTC).addOns();
    return DataSourceCoverage.of(source, text, addOns).missing();
  }
}
