package dev.highwater.app.lint;

import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.Drilldown;
import dev.highwater.engine.content.DrilldownCheck;
import dev.highwater.engine.content.MentionCheck;
import dev.highwater.engine.spl.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * A detection or a baseline: its search, the fields that its file counts on, its drilldowns.
 *
 * @param raisesRisk whether its findings do
 */
record DetectionTarget(Detection detection, boolean raisesRisk) implements LintTarget {

  /** Where no deployment says whether it raises risk it may. */
  static DetectionTarget of(Detection detection, ContentPack content) {
    return new DetectionTarget(
        detection, content.deploymentOf(detection) == null || content.raisesRisk(detection));
  }

  String file() {
    return detection.search().locate(0).file();
  }

  @Override
  public List<LintResult> check(SearchCompiler compiler) {
    Compilation compilation = compiler.compile(detection.search());
    List<Diagnostic> own = new ArrayList<>(compilation.diagnostics());
    own.addAll(MentionCheck.check(detection, compilation.fields(), raisesRisk));
    own.sort(Diagnostic.IN_TEXT_ORDER);
    List<LintResult> results = new ArrayList<>();
    results.add(LintResult.ofSearch(detection.name(), file(), own));
    DrilldownCheck check = new DrilldownCheck(compiler, detection.search(), compilation.fields());
    for (Drilldown drilldown : detection.drilldowns()) {
      List<Diagnostic> found = new ArrayList<>(check.check(drilldown));
      found.removeAll(own);
      if (!found.isEmpty()) {
        String name = detection.name() + ": " + drilldown.name();
        results.add(LintResult.ofOther(name, file(), found));
      }
    }
    return results;
  }
}
