package dev.highwater.app.replay;

import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.connectors.outcome.OutcomeFiles;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.event.RawEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a replay wrote.
 *
 * @param lookups the files of lookups that searches wrote, by name
 * @param ledger its bytes in hex, which are equal for equal counts
 */
record ReplayFiles(
    List<String> findings,
    List<String> risk,
    List<String> notables,
    List<String> unparsable,
    List<String> late,
    List<String> suppressed,
    String failed,
    List<String> notes,
    Map<String, String> lookups,
    String ledger) {

  /** What is stored at a time hangs on when runs are done. */
  private static final Set<Counter> STORAGE =
      Set.of(Counter.STORED_SLICES, Counter.STORED_BYTES, Counter.SLICES_NOW, Counter.BYTES_NOW);

  /** The first 32 hex digits of each finding: its id. */
  List<String> ids() {
    return findings.stream()
        .map(line -> line.replaceFirst("\\{\"finding_id\":\"(\\w{32})\".*", "$1"))
        .toList();
  }

  /** What findings were made of changes with the content and with where the events lie. */
  static List<String> withoutProvenance(List<String> findings) {
    return findings.stream()
        .map(line -> line.replaceFirst(",\"content_revision\":.*", "}"))
        .toList();
  }

  /** What a job left in a directory. */
  static ReplayFiles in(Path directory) throws IOException {
    return new ReplayFiles(
        lines(directory, "findings"),
        lines(directory, "risk"),
        lines(directory, "notables"),
        lines(directory, "unparsable"),
        lines(directory, "late"),
        lines(directory, "suppressed"),
        Files.readString(directory.resolve("failed.ndjson")),
        lines(directory, "notes"),
        lookups(directory.resolve("lookups")),
        hex(OutcomeFiles.takeLedger(directory)));
  }

  /** What the engine alone finds in the files, written by the same codecs in the same order. */
  static ReplayFiles expected(ContentRevision revision, List<InputFile> files, Path directory)
      throws IOException {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(
            DetectionSet.compile(revision, ZoneOffset.UTC), records(files).iterator());
    List<Outcome> outcomes = new ArrayList<>();
    result.findings().forEach(finding -> outcomes.add(new Outcome.Found(finding)));
    result.riskEvents().forEach(event -> outcomes.add(new Outcome.Raised(event)));
    result.notables().forEach(notable -> outcomes.add(new Outcome.Notified(notable)));
    outcomes.addAll(result.suppressed());
    result.unparsable().forEach(event -> outcomes.add(new Outcome.Unparsable(event)));
    outcomes.addAll(result.notes());
    result.lookups().forEach((name, table) -> outcomes.add(new Outcome.Kept(name, table)));
    outcomes.add(new Outcome.Counted(result.ledger()));
    return written(outcomes, directory);
  }

  /** Outcomes in the files that a job would write. */
  static ReplayFiles written(List<Outcome> outcomes, Path directory) throws IOException {
    Path written = Files.createTempDirectory(directory, "written");
    try (OutcomeFiles out = new OutcomeFiles(written)) {
      for (Outcome outcome : outcomes) {
        out.add(outcome);
      }
      out.complete();
    }
    return in(written);
  }

  static List<RawEvent> records(List<InputFile> files) throws IOException {
    List<RawEvent> records = new ArrayList<>();
    for (InputFile file : files) {
      try (RawEventReader reader = RawEventReader.open(file)) {
        reader.forEachRemaining(records::add);
      }
    }
    return records;
  }

  private static List<String> lines(Path directory, String name) throws IOException {
    return Files.readAllLines(directory.resolve(name + ".ndjson"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> lookups(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          texts.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static String hex(Ledger ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ledger.without(STORAGE).write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
