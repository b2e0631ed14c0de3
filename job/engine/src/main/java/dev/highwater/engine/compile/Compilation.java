package dev.highwater.engine.compile;

import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a search text.
 *
 * @param search present when nothing but warnings was found
 * @param fields what its rows may have, also where it cannot run
 * @param diagnostics all that was found, in the order of the text
 */
public record Compilation(
    Optional<CompiledSearch> search, RowFields fields, List<Diagnostic> diagnostics) {

  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What stopped it. */
  public List<Diagnostic> faults() {
    return diagnostics.stream().filter(diagnostic -> !diagnostic.isWarning()).toList();
  }
}
