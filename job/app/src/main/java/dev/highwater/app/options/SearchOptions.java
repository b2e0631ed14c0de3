package dev.highwater.app.options;

import dev.highwater.engine.run.RunLimits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ad-hoc searches: one, or those of a file.
 *
 * @param content the content and the shared options; text is a table, too
 * @param spl the search; null where a file has the searches
 * @param jobs a file with a search a line, or {@code -}; null for one search
 * @param rows a file of rows that the search reads in place of events, or {@code -}; null for none
 * @param inputs manifests, log files, directories, globs or {@code -}, as written on the command
 *     line; may be empty
 * @param overrides metadata for every event
 * @param earliest start of the searched range, a time specifier
 * @param latest end of the searched range, a time specifier; empty for no end
 * @param parallelism parallel subtasks, at least 1
 * @param limits what a run may hold
 * @param out the file that the rows go to; null for standard output
 */
public record SearchOptions(
    ContentOptions content,
    @Nullable String spl,
    @Nullable String jobs,
    @Nullable String rows,
    List<String> inputs,
    EventOverrides overrides,
    String earliest,
    String latest,
    int parallelism,
    RunLimits limits,
    @Nullable Path out) {
  public SearchOptions {
    inputs = List.copyOf(inputs);
    List<String> faults = SearchFaults.of(content, spl, jobs, rows, inputs, parallelism);
    faults.addAll(SearchFaults.ofRange(content, earliest, latest));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
  }
}
