package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.StageCompilation;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stage says of itself is SPL that reads back as the same stage. */
class CanonicalFormTest {

  private final SearchCompiler compiler = new SearchCompiler(new SpecCatalog());

  @Test
  void readsBackAsTheSameStages() throws IOException {
    List<String> changed = new ArrayList<>();
    int seen = 0;
    for (Path file : SpecFile.all()) {
      for (SpecCase spec : SpecFile.cases(file)) {
        List<Stage> stages = spec.isListOfExpressions() ? List.of() : stages(spec.command());
        if (!stages.isEmpty() && stages.stream().allMatch(CanonicalFormTest::isOneCommand)) {
          seen++;
          String form = describe(stages);
          String again = describe(stages("| " + form));
          if (!again.equals(form)) {
            changed.add(spec.title() + "\n  " + form + "\n  " + again);
          }
        }
      }
    }
    assertThat(changed).isEmpty();
    assertThat(seen).isGreaterThan(80);
  }

  /** Scans and groups show what was planned, which no command says. */
  private static boolean isOneCommand(Stage stage) {
    return !(stage instanceof ScanStage)
        && !(stage instanceof GroupingStage)
        && stage.subsearches().isEmpty();
  }

  /** Without a pipe before it the command stands behind one; none for what cannot be compiled. */
  private List<Stage> stages(String command) {
    StageCompilation compiled = compile(command.startsWith("|") ? command : "| " + command);
    return compiled.diagnostics().stream().allMatch(Diagnostic::isWarning)
        ? compiled.stages()
        : List.of();
  }

  private StageCompilation compile(String command) {
    SplSource text = SplSources.of("<canonical>", command);
    StageCompilation behindPipe = compiler.stages(text);
    StageCompilation whole = compiler.searchStages(text);
    return !whole.stages().isEmpty() && whole.stages().get(0) instanceof SourceStage
        ? whole
        : behindPipe;
  }

  private static String describe(List<Stage> stages) {
    return new LogicalPlan(stages).describe();
  }
}
