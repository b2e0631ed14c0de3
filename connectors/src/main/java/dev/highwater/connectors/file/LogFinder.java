package dev.highwater.connectors.file;

import dev.highwater.connectors.file.InputProblem.Severity;
import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Looks at files: what they are packed with, what is in them, what is wrong with them. */
final class LogFinder {

  private static final Pattern RAW_EVENT_NAME =
      Pattern.compile(".*\\.(jsonl|ndjson|log)(\\.(gz|zst|bz2))?");

  private final OriginSettings settings;
  private final FormatChooser formats;
  private final LogCollector logs;

  LogFinder(OriginSettings settings, FormatChooser formats, LogCollector logs) {
    this.settings = settings;
    this.formats = formats;
    this.logs = logs;
  }

  /** Whom a fault concerns: where the user can look, and how much it matters. */
  private record Fault(String place, Severity severity) {}

  /**
   * Takes one log, or all that an archive holds.
   *
   * @param place where the user can look when something is wrong with it
   * @param severity of what is wrong
   */
  void add(Path path, String place, ManifestEntry.Stated stated, Severity severity) {
    add(path, null, stated, new Fault(place, severity));
  }

  /** Takes a member of an archive. */
  void addMember(
      Path path, String member, String place, ManifestEntry.Stated stated, Severity severity) {
    add(path, member, stated, new Fault(place, severity));
  }

  /** Takes a file that holds what came on the standard input. */
  void addStandardInput(Path spooled) {
    ManifestEntry.Stated stated =
        new ManifestEntry.Stated(null, OriginSettings.STANDARD_INPUT_SOURCE, null);
    Fault fault = new Fault("-", Severity.ERROR);
    EventOrigin origin = settings.origin("-", stated);
    attempt(
        spooled,
        fault,
        () -> {
          Compression compression = FileHead.read(spooled).compression();
          take(new LogPlace(spooled, compression, null), Files.size(spooled), origin, true, fault);
        });
  }

  private void add(Path path, @Nullable String member, ManifestEntry.Stated stated, Fault fault) {
    attempt(
        path,
        fault,
        () -> {
          FileHead head = FileHead.read(path);
          String packing = head.unsupportedPacking();
          if (head.isLfsPointer()) {
            String pull = "run git lfs pull --include \"" + ManifestPaths.inCheckout(path) + "\"";
            report(fault, path + " is a pointer, not data; " + pull);
          } else if (packing != null) {
            String advice = " cannot be opened here; unpack it, or use gz, zst or bz2";
            report(fault, path + ": " + packing + advice);
          } else {
            addReadable(path, head.compression(), member, stated, fault);
          }
        });
  }

  private void addReadable(
      Path path,
      Compression compression,
      @Nullable String member,
      ManifestEntry.Stated stated,
      Fault fault)
      throws IOException {
    Archive archive = Archive.of(path, compression);
    if (archive != null) {
      addMembers(path, compression, archive, member, stated, fault);
    } else if (member == null) {
      take(new LogPlace(path, compression, null), Files.size(path), stated, fault);
    } else {
      report(fault, path + " is no archive");
    }
  }

  private void addMembers(
      Path path,
      Compression compression,
      Archive archive,
      @Nullable String wanted,
      ManifestEntry.Stated stated,
      Fault fault)
      throws IOException {
    Set<String> seen = new HashSet<>();
    boolean isFound = false;
    for (Archive.Entry entry : archive.entries(path, compression)) {
      if (wanted == null || wanted.equals(entry.name())) {
        isFound = true;
        String wrong = Archive.fault(entry.name());
        if (wrong == null && !seen.add(entry.name())) {
          wrong = "is there twice; the first is read";
        }
        if (wrong == null) {
          addMember(path, compression, archive, entry, stated, fault);
        } else {
          report(fault, path + ": the member " + shown(entry.name()) + " " + wrong);
        }
      }
    }
    if (!isFound) {
      report(fault, path + (wanted == null ? " has no members" : " has no member " + wanted));
    }
  }

  private static String shown(String name) {
    return "'" + name.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  private void addMember(
      Path path,
      Compression compression,
      Archive archive,
      Archive.Entry entry,
      ManifestEntry.Stated stated,
      Fault fault)
      throws IOException {
    ArchiveMember member = new ArchiveMember(archive, entry.name(), entry.compression());
    LogPlace place = new LogPlace(path, compression, member);
    take(place, Math.max(1, entry.size()), stated, fault);
  }

  private void take(LogPlace place, long size, ManifestEntry.Stated stated, Fault fault)
      throws IOException {
    EventOrigin origin = settings.origin(place.toString(), stated);
    boolean mayHoldRawEvents = RAW_EVENT_NAME.matcher(place.toString()).matches();
    take(place, size, origin, mayHoldRawEvents, fault);
  }

  private void take(
      LogPlace place, long size, EventOrigin origin, boolean mayHoldRawEvents, Fault fault)
      throws IOException {
    RecordFormat format = formats.of(place, origin, mayHoldRawEvents);
    if (format == null) {
      report(fault, place + " has no line with the names of columns");
      return;
    }
    logs.keep(
        new InputFile(place.path(), origin, place.compression(), format, size, place.member()),
        fault.place(),
        fault.severity());
  }

  private interface Look {
    void take() throws IOException;
  }

  private void attempt(Path path, Fault fault, Look look) {
    try {
      look.take();
    } catch (ZipException e) {
      report(fault, path + " is a zip that cannot be read: " + e.getMessage());
    } catch (IOException e) {
      report(fault, path + " cannot be read: " + e.getMessage());
    }
  }

  private void report(Fault fault, String message) {
    logs.report(new InputProblem(fault.severity(), fault.place(), message));
  }
}
