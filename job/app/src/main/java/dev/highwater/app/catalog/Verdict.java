package dev.highwater.app.catalog;

import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Diagnostic.Severity;
import java.util.List;
import java.util.Locale;

/** Whether a search can run. */
public enum Verdict {
  /** It runs. */
  RUN,

  /** Valid for Splunk, not supported here. */
  REFUSED,

  /** Wrong; it would not run in Splunk either. */
  ERROR;

  static Verdict of(Prepared prepared) {
    return prepared.isRefused() ? of(prepared.diagnostics()) : RUN;
  }

  /** What a search comes to with all that was found in it. */
  public static Verdict of(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
      return ERROR;
    }
    return diagnostics.stream().allMatch(Diagnostic::isWarning) ? RUN : REFUSED;
  }

  /** As JSON has it: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
