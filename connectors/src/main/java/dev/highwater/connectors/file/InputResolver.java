package dev.highwater.connectors.file;

import dev.highwater.connectors.file.InputProblem.Severity;
import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns inputs as written on a command line into files to read. An input is a log file (plain, gz,
 * zst or bz2), an archive (zip, tar, tar.gz and the like) or a member of one ({@code a.zip!b.log}),
 * an attack_data manifest, a directory, a glob, or {@code -} for the standard input.
 *
 * <p>A log's sourcetype is what the user says, else what a manifest says: the one given, or one
 * beside the log that lists it. It is never guessed. In a directory the manifests tell what the
 * logs are; files that none of them lists are taken as they are.
 *
 * <p>What the user names and cannot be read is an error; what is found in a directory or by a glob
 * and cannot be read is left out with a warning, as long as something is left.
 */
public final class InputResolver {

  /** Between an archive and the name of a member. */
  private static final char MEMBER_MARK = '!';

  private final OriginSettings settings;
  private final InputStream standardInput;
  private final FormatChooser formats;

  /** Where sourcetypes say nothing of how files look. */
  public InputResolver(OriginSettings settings, InputStream standardInput) {
    this(settings, standardInput, null, origin -> SourceFormat.LINES);
  }

  /**
   * @param format what all files are; null when sourcetypes and files tell it
   * @param ofSources what the settings of a source say of its files
   */
  public InputResolver(
      OriginSettings settings,
      InputStream standardInput,
      @Nullable InputFormat format,
      Function<EventOrigin, SourceFormat> ofSources) {
    this.settings = settings;
    this.standardInput = standardInput;
    this.formats = new FormatChooser(format, ofSources);
  }

  /** Never fails: what is wrong with any of the inputs is in the result. */
  public ResolvedInputs resolve(List<String> inputs) {
    LogCollector logs = new LogCollector(settings, formats);
    for (String input : inputs) {
      try {
        resolve(input, logs);
      } catch (IOException e) {
        logs.report(InputProblem.error(input, "cannot be read: " + e.getMessage()));
      } catch (InvalidPathException e) {
        logs.report(InputProblem.error(input, "is no path: " + e.getReason()));
      }
    }
    return logs.result();
  }

  private void resolve(String input, LogCollector logs) throws IOException {
    if (input.equals("-")) {
      logs.finder().addStandardInput(spool());
      return;
    }
    Path path = Path.of(input).normalize();
    int mark = input.indexOf(MEMBER_MARK);
    if (Files.exists(path)) {
      addPath(path, input, logs, Severity.ERROR);
    } else if (mark > 0 && Files.isRegularFile(Path.of(input.substring(0, mark)))) {
      Path archive = Path.of(input.substring(0, mark)).normalize();
      logs.finder()
          .addMember(
              archive,
              input.substring(mark + 1),
              input,
              ManifestEntry.Stated.NOTHING,
              Severity.ERROR);
    } else if (FileWalk.isGlob(input)) {
      addMatches(input, logs);
    } else {
      logs.report(InputProblem.error(input, "no such file or directory"));
    }
  }

  private static void addPath(Path path, String place, LogCollector logs, Severity severity)
      throws IOException {
    if (Files.isDirectory(path)) {
      addDirectory(path, place, logs, severity);
    } else if (ManifestIndex.isYaml(path)) {
      addManifest(path, logs, severity);
    } else {
      addLog(path, place, logs, severity);
    }
  }

  private static void addMatches(String glob, LogCollector logs) throws IOException {
    try {
      int before = logs.fileCount();
      List<Path> matches = FileWalk.matches(glob, logs::report);
      for (Path match : matches) {
        addPath(match, match.toString(), logs, Severity.WARNING);
      }
      if (logs.fileCount() == before) {
        String message = matches.isEmpty() ? "matches nothing" : "matches no log that can be read";
        logs.report(InputProblem.error(glob, message));
      }
    } catch (PatternSyntaxException e) {
      logs.report(InputProblem.error(glob, "is no pattern: " + e.getDescription()));
    }
  }

  private static void addManifest(Path path, LogCollector logs, Severity severity) {
    Manifest manifest =
        ManifestReader.read(
            path,
            problem -> logs.report(new InputProblem(severity, problem.place(), problem.message())));
    if (manifest.dialect() == Manifest.Dialect.NONE) {
      String message = "lists no logs: a manifest has datasets with path and sourcetype";
      logs.report(new InputProblem(severity, path.toString(), message));
    }
    for (ManifestEntry entry : manifest.entries()) {
      Path log = ManifestPaths.find(path, entry.path());
      if (log == null) {
        String message = entry.path() + " leads out of the manifest's folder; it is not read";
        logs.report(new InputProblem(severity, entry.place(), message));
      } else {
        addListed(log, entry, logs, severity);
      }
    }
  }

  private static void addDirectory(
      Path directory, String place, LogCollector logs, Severity severity) throws IOException {
    int before = logs.fileCount();
    List<Path> files = FileWalk.files(directory, logs::report);
    ManifestIndex manifests =
        ManifestIndex.of(
            files.stream().filter(ManifestIndex::isYaml).toList(),
            problem -> logs.report(InputProblem.warning(problem.place(), problem.message())));
    TreeSet<Path> all = new TreeSet<>(manifests.logs());
    files.stream().filter(file -> !ManifestIndex.isYaml(file)).forEach(all::add);
    for (Path log : all) {
      List<ManifestEntry> entries = manifests.entries(log);
      entries.forEach(entry -> addListed(log, entry, logs, Severity.WARNING));
      if (entries.isEmpty()) {
        logs.finder().add(log, log.toString(), ManifestEntry.Stated.NOTHING, Severity.WARNING);
      }
    }
    if (logs.fileCount() == before) {
      String message = all.isEmpty() ? "has no logs" : "has no log that can be read";
      logs.report(new InputProblem(severity, place, "directory " + message));
    }
  }

  private static void addLog(Path path, String place, LogCollector logs, Severity severity)
      throws IOException {
    List<ManifestEntry> entries = siblings(path).entries(path);
    if (entries.isEmpty()) {
      logs.finder().add(path, place, ManifestEntry.Stated.NOTHING, severity);
    }
    entries.forEach(entry -> logs.finder().add(path, place, entry.stated(), severity));
  }

  private static void addListed(
      Path log, ManifestEntry entry, LogCollector logs, Severity severity) {
    if (Files.exists(log)) {
      logs.finder().add(log, entry.place(), entry.stated(), severity);
    } else {
      logs.report(new InputProblem(severity, entry.place(), "no such file: " + log));
    }
  }

  /** The manifests beside a log; their faults do not matter to someone who gave the log. */
  private static ManifestIndex siblings(Path log) throws IOException {
    Path directory = log.toAbsolutePath().getParent();
    try (Stream<Path> beside = Files.list(directory == null ? log : directory)) {
      List<Path> yaml =
          beside
              .filter(ManifestIndex::isYaml)
              .map(path -> log.resolveSibling(path.getFileName()))
              .sorted()
              .toList();
      return ManifestIndex.of(yaml, problem -> {});
    }
  }

  private Path spool() throws IOException {
    Path spooled = Files.createTempFile("highwater-stdin-", ".log");
    spooled.toFile().deleteOnExit();
    Files.copy(standardInput, spooled, StandardCopyOption.REPLACE_EXISTING);
    return spooled;
  }
}
