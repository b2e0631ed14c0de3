package dev.highwater.connectors.file;

import java.util.List;

/**
 * What the inputs on a command line came to.
 *
 * @param files in the order of the inputs, each input's own in the order of their paths; no two
 *     with the same file and origin
 * @param problems all of them, in the order in which they were met
 */
public record ResolvedInputs(List<InputFile> files, List<InputProblem> problems) {

  public ResolvedInputs {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** True when something that the user named cannot be read. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(InputProblem::isError);
  }
}
