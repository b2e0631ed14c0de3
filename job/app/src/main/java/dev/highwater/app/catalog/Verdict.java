package dev.highwater.app.catalog;

import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.spl.Diagnostic;
import java.util.Locale;

/** Whether a detection can run. */
enum Verdict {
  /** It runs. */
  RUN,

  /** Valid for Splunk, not supported here. */
  REFUSED,

  /** Wrong; it would not run in Splunk either. */
  ERROR;

  static Verdict of(Prepared prepared) {
    if (!prepared.isRefused()) {
      return RUN;
    }
    boolean isWrong =
        prepared.diagnostics().stream()
            .anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
    return isWrong ? ERROR : REFUSED;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
