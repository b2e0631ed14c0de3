package dev.highwater.app.options;

import dev.highwater.engine.time.RelativeTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request to search, all of it at once. */
final class SearchFaults {
  private static final String INPUT = "-";

  private SearchFaults() {}

  static List<String> of(
      ContentOptions content,
      @Nullable String spl,
      @Nullable String jobs,
      @Nullable String rows,
      List<String> inputs,
      int parallelism) {
    List<String> faults = new ArrayList<>();
    if (spl == null && jobs == null) {
      faults.add("Name a search, or a file of searches by --jobs");
    }
    if (rows != null && jobs != null) {
      faults.add("--rows is for one search; a line of --jobs has rows of its own");
    }
    if (rows != null && !inputs.isEmpty()) {
      faults.add("--rows is read in place of INPUT; leave one of them out");
    }
    if (INPUT.equals(jobs) && inputs.contains(INPUT)) {
      faults.add("Standard input is either --jobs or INPUT");
    }
    boolean isTabular =
        content.format() == OutputFormat.CSV || content.format() == OutputFormat.TABLE;
    if (jobs != null && isTabular) {
      faults.add("--format csv and table are for one search; --jobs gives a line of JSON for each");
    }
    if (parallelism < 1) {
      faults.add("Invalid parallelism: " + parallelism + " (must be >= 1)");
    }
    return faults;
  }

  /** Bounds of which one is relative may be of any order. */
  static List<String> ofRange(ContentOptions content, String earliest, String latest) {
    if (latest.isEmpty()) {
      return List.of();
    }
    RelativeTime from = RelativeTime.parse(earliest);
    RelativeTime to = RelativeTime.parse(latest);
    boolean isReversed =
        from.isAbsolute()
            && to.isAbsolute()
            && from.apply(0, content.zone()) > to.apply(0, content.zone());
    return isReversed
        ? List.of("Invalid range: --earliest " + earliest + " is after --latest " + latest)
        : List.of();
  }
}
