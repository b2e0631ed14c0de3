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
 */
public record RunResult(
    List<Finding> findings, Map<String, LookupTable> written, List<String> notes) {

  public RunResult {
    findings = List.copyOf(findings);
    written = Map.copyOf(written);
    notes = List.copyOf(notes);
  }
}
