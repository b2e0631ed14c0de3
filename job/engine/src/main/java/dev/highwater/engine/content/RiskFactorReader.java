package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskFactor;
import dev.highwater.engine.risk.RiskFactor.Condition;
import dev.highwater.engine.risk.RiskFactor.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a risk factor, a file of the folder {@code risk_factors} (S-1902). */
final class RiskFactorReader {

  private RiskFactorReader() {}

  /** The factor, null when the file has problems. */
  static @Nullable ContentRiskFactor read(YamlFile file) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    String name = root.text("name");
    String operation = root.text("operation").toUpperCase(Locale.ROOT);
    if (!operation.equals("ADDITION") && !operation.equals("MULTIPLICATION")) {
      root.problem("operation", "'operation' must be addition or multiplication");
    }
    List<Condition> conditions =
        root.mappings("conditions").stream()
            .map(each -> new Condition(each.text("field"), each.text("value")))
            .toList();
    if (conditions.isEmpty()) {
      root.problem("conditions", "'conditions' must hold at least one field and value");
    }
    double factor = number(root);
    boolean isEnabled = root.flag("enabled", false);
    return file.isSound()
        ? new ContentRiskFactor(
            new RiskFactor(name, conditions, Operation.valueOf(operation), factor), isEnabled)
        : null;
  }

  private static double number(YamlMapping root) {
    String text = root.text("factor");
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is none to count with.
    }
    root.problem("factor", "'factor' must be a number, not '" + text + "'");
    return 0;
  }
}
