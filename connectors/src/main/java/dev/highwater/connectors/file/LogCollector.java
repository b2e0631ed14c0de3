package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gathers the files of all inputs, looks at each, and says what is wrong with it. */
final class LogCollector {

  private static final Pattern RAW_EVENT_NAME =
      Pattern.compile(".*\\.(jsonl|ndjson|log)(\\.(gz|zst|bz2))?");

  private final OriginSettings settings;
  private final FormatChooser formats;
  private final Map<List<Object>, InputFile> files = new LinkedHashMap<>();
  private final Set<InputProblem> problems = new LinkedHashSet<>();

  LogCollector(OriginSettings settings, FormatChooser formats) {
    this.settings = settings;
    this.formats = formats;
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

  /**
   * Takes one log.
   *
   * @param place where the user can look when something is wrong with it
   * @param severity of what is wrong
   */
  void add(Path path, String place, ManifestEntry.Stated stated, InputProblem.Severity severity) {
    EventOrigin origin = settings.origin(path.toString(), stated);
    add(path, origin, RAW_EVENT_NAME.matcher(path.toString()).matches(), place, severity);
  }

  /** Takes a file that holds what came on the standard input. */
  void addStandardInput(Path spooled) {
    EventOrigin origin =
        settings.origin(
            "-", new ManifestEntry.Stated(null, OriginSettings.STANDARD_INPUT_SOURCE, null));
    add(spooled, origin, true, "-", InputProblem.Severity.ERROR);
  }

  private void add(
      Path path,
      EventOrigin origin,
      boolean mayHoldRawEvents,
      String place,
      InputProblem.Severity severity) {
    try {
      FileHead head = FileHead.read(path);
      String packing = head.unsupportedPacking();
      if (head.isLfsPointer()) {
        String pull = "run git lfs pull --include \"" + ManifestPaths.inCheckout(path) + "\"";
        report(new InputProblem(severity, place, path + " is a pointer, not data; " + pull));
      } else if (packing != null) {
        String advice = " cannot be opened here; unpack it, or use gz, zst or bz2";
        report(new InputProblem(severity, place, path + ": " + packing + advice));
      } else {
        RecordFormat format = formats.of(path, head.compression(), origin, mayHoldRawEvents);
        if (format == null) {
          report(
              new InputProblem(severity, place, path + " has no line with the names of columns"));
          return;
        }
        long size = Files.size(path);
        keep(new InputFile(path, origin, head.compression(), format, size), place, severity);
      }
    } catch (IOException e) {
      report(new InputProblem(severity, place, path + " cannot be read: " + e.getMessage()));
    }
  }

  private void keep(InputFile file, String place, InputProblem.Severity severity)
      throws IOException {
    if (!file.format().namesSources() && file.origin().sourcetype().isEmpty()) {
      String advice = ": give --sourcetype, or a manifest that states it";
      report(new InputProblem(severity, place, "no sourcetype for " + file.path() + advice));
      return;
    }
    EventOrigin origin = file.origin();
    List<Object> identity =
        List.of(
            file.path().toRealPath(),
            origin.host(),
            origin.source(),
            origin.sourcetype(),
            origin.index());
    if (files.putIfAbsent(identity, file) != null) {
      report(InputProblem.warning(place, file.path() + " is given twice; it is read once"));
    }
  }
}
