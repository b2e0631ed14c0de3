package dev.highwater.engine.compile;

import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/**
 * What became of a pipeline that need not read events.
 *
 * @param stages in order; not to be run when the diagnostics hold more than warnings
 * @param diagnostics all that was found, in the order of the text
 */
public record StageCompilation(List<Stage> stages, List<Diagnostic> diagnostics) {

  public StageCompilation {
    stages = List.copyOf(stages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether there is nothing but warnings. */
  public boolean canRun() {
    return diagnostics.stream().allMatch(Diagnostic::isWarning);
  }
}
