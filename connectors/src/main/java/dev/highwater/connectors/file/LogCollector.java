package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the files of all inputs and what is wrong with them. */
final class LogCollector {

  private final LogFinder finder;
  private final Map<List<Object>, InputFile> files = new LinkedHashMap<>();
  private final Set<InputProblem> problems = new LinkedHashSet<>();

  LogCollector(OriginSettings settings, FormatChooser formats) {
    this.finder = new LogFinder(settings, formats, this);
  }

  /** Where files are looked at before they are kept. */
  LogFinder finder() {
    return finder;
  }

  void report(InputProblem problem) {
    problems.add(problem);
  }

  int fileCount() {
    return files.size();
  }

  ResolvedInputs result() {
    return new ResolvedInputs(new ArrayList<>(files.values()), new ArrayList<>(problems));
  }

  /** Takes a file to read, unless it is there, or nothing tells its sourcetype. */
  void keep(InputFile file, String place, InputProblem.Severity severity) throws IOException {
    if (!file.format().namesSources() && file.origin().sourcetype().isEmpty()) {
      String advice = ": give --sourcetype, or a manifest that states it";
      report(new InputProblem(severity, place, "no sourcetype for " + file.place() + advice));
      return;
    }
    EventOrigin origin = file.origin();
    List<Object> identity =
        List.of(
            file.path().toRealPath(),
            file.member() == null ? "" : file.member().name(),
            origin.host(),
            origin.source(),
            origin.sourcetype(),
            origin.index());
    if (files.putIfAbsent(identity, file) != null) {
      report(InputProblem.warning(place, file.place() + " is given twice; it is read once"));
    }
  }
}
