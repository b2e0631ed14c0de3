package dev.highwater.engine.verify;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.ThreatObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When the rows of a detection's search pass its unit test (S-1801). */
final class UnitCheck {

  private UnitCheck() {}

  /**
   * Goes through the rows in their order: one without a risk field fails the test, one with all
   * risk and threat fields passes it. Where no row has all of them, a threat field that all rows
   * lack fails it.
   */
  static Verdict of(List<Row> rows, RiskConfiguration risk) {
    if (rows.isEmpty()) {
      return Verdict.failed("no rows");
    }
    Set<String> alwaysMissing = new TreeSet<>();
    risk.threatObjects().stream().map(ThreatObject::field).forEach(alwaysMissing::add);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (RiskObject object : risk.riskObjects()) {
        if (isMissing(row, object.field())) {
          return Verdict.failed(
              "row " + (i + 1) + " has no value in the risk field '" + object.field() + "'");
        }
      }
      if (risk.threatObjects().stream().noneMatch(threat -> isMissing(row, threat.field()))) {
        return Verdict.PASSED;
      }
      alwaysMissing.removeIf(field -> !isMissing(row, field));
    }
    return alwaysMissing.isEmpty()
        ? Verdict.PASSED
        : Verdict.failed(
            "no row has a value in the threat field '" + String.join("', '", alwaysMissing) + "'");
  }

  private static boolean isMissing(Row row, String field) {
    FieldValue value = row.get(field);
    return value == null || value.text().equals("null");
  }
}
