package dev.highwater.engine.cim;

import static dev.highwater.engine.cim.TestModels.event;
import static dev.highwater.engine.cim.TestModels.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-522, S-540. */
class CimVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5.0.1 | C:\\a\\b.exe -x          | C:\\a\\b.exe",
        "6.1   | C:\\a\\b.exe -x          | C:\\a\\b.exe",
        "6.2   | C:\\a\\b.exe -x          | b.exe",
        "8.5   | \"C:\\a dir\\b.exe\" -x  | b.exe",
        "8.5   | b.exe                    | b.exe",
        "8.5   | /usr/bin/b -x            | /usr/bin/b"
      })
  void saysWhatAMissingNameOfAProcessIs(String version, String process, String name) {
    Dataset processes = dataset(version, "Endpoint", "Processes");

    assertThat(value(processes, event("process", process), "Processes.process_name"))
        .isEqualTo(name);
  }

  @Test
  void saysWhatBelongsToADataset() {
    Row change = event("tag", "change", "object_category", "file");

    assertThat(TestModels.isMember(dataset("8.4", "Change", "All_Changes"), change)).isFalse();
    assertThat(TestModels.isMember(dataset("8.5.0", "Change", "All_Changes"), change)).isTrue();
  }

  @Test
  void isNumbersAndPoints() {
    assertThat(CimVersion.parse("5.0")).isEqualByComparingTo(CimVersion.parse("5"));
    assertThatThrownBy(() -> CimVersion.parse("5.x"))
        .hasMessage("Invalid CIM version: 5.x (must be numbers and points, as 5.0.1)");
  }

  private static Dataset dataset(String version, String model, String name) {
    DataModels models =
        DataModels.of(
            Map.of(), DataModels.withIndexMacros(TestModels.NO_MACROS), FixedLookups.NONE, version);
    return Objects.requireNonNull(models.dataset(model, name));
  }
}
