package dev.highwater.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.ThreatObject;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-1801: a detection with the risk object dest and the threat object process. */
class UnitCheckTest {

  private static final RiskConfiguration RISK =
      new RiskConfiguration(
          "",
          OptionalInt.empty(),
          OptionalInt.empty(),
          List.of(new RiskObject("dest", RiskObjectType.SYSTEM, 10, "")),
          List.of(new ThreatObject("process", "process")));

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                                  | no rows",
        "dest=a process=b                    | -",
        "dest=unknown process=unknown        | -",
        "process=b                           | row 1 has no value in the risk field 'dest'",
        "dest=null process=b                 | row 1 has no value in the risk field 'dest'",
        "dest=a; process=b                   | row 2 has no value in the risk field 'dest'",
        "dest=a process=b; process=b         | -",
        "dest=a; dest=a process=null         | no row has a value in the threat field 'process'",
        "dest=a; dest=b process=c; process=d | -"
      })
  void goesByTheFirstRowThatDecides(String rows, String reason) {
    Verdict verdict = UnitCheck.of(rows(rows), RISK);

    assertThat(verdict).isEqualTo(reason == null ? Verdict.PASSED : Verdict.failed(reason));
  }

  private static List<Row> rows(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(row -> !row.isEmpty())
        .map(UnitCheckTest::row)
        .toList();
  }

  private static Row row(String text) {
    Row row = new Row();
    for (String pair : text.split(" ", -1)) {
      int equals = pair.indexOf('=');
      row.set(pair.substring(0, equals), FieldValue.of(pair.substring(equals + 1)));
    }
    return row;
  }
}
