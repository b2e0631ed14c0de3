package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The detections of security_content 4.42 that are not deprecated. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class ActiveDetectionsTest {

  private final ConformanceCorpus corpus = new ConformanceCorpus();

  @Test
  void allButThoseThatNeedModelsOrOtherAppsAreCompiled() {
    Map<String, Integer> refused = new TreeMap<>();
    int compiled = 0;
    for (Detection detection : corpus.content().detections()) {
      if (!detection.status().equals("deprecated")) {
        List<Diagnostic> faults = faults(corpus.compiler().compile(detection.search()));
        compiled += faults.isEmpty() ? 1 : 0;
        if (!faults.isEmpty()) {
          refused.merge(reasons(faults), 1, Integer::sum);
        }
      }
    }
    assertThat(compiled).isEqualTo(1599);
    assertThat(refused)
        .isEqualTo(
            Map.of(
                "known SPL command, not supported: apply", 8,
                "known SPL command, not supported: apply, known SPL command, not supported: summary",
                    4,
                "known SPL command, not supported: cyberchef", 1,
                "macro `get_asset(1)` belongs to Splunk Enterprise Security", 1));
  }

  private static List<Diagnostic> faults(Compilation compilation) {
    return compilation.diagnostics().stream().filter(each -> !each.isWarning()).toList();
  }

  private static String reasons(List<Diagnostic> faults) {
    assertThat(faults).allMatch(each -> each.severity() == Diagnostic.Severity.UNSUPPORTED);
    return faults.stream().map(Diagnostic::message).sorted().collect(Collectors.joining(", "));
  }
}
