package dev.highwater.engine.detect;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import java.util.List;
import java.util.Map;

/**
 * What a run of a detection came to.
 *
 * @param findings in the order of its rows
 * @param written the lookups that it wrote, by name
 * @param notes what it said about limits, each once, in order
 * @param isOfItsTime whether a run of another time over the same events might come to something
 *     else
 */
public record RunResult(
    List<Finding> findings,
    Map<String, LookupTable> written,
    List<String> notes,
    boolean isOfItsTime) {

  public RunResult {
    findings = List.copyOf(findings);
    written = Map.copyOf(written);
    notes = List.copyOf(notes);
  }

  /** Whether it said nothing, and neither would a run of another time over the same events. */
  public boolean isQuiet() {
    return findings.isEmpty() && written.isEmpty() && notes.isEmpty() && !isOfItsTime;
  }
}
