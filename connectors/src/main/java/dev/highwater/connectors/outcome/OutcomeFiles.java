package dev.highwater.connectors.outcome;

import dev.highwater.connectors.codec.FailedRunJson;
import dev.highwater.connectors.codec.FaultJson;
import dev.highwater.connectors.codec.FindingJson;
import dev.highwater.connectors.codec.LateJson;
import dev.highwater.connectors.codec.LookupCsv;
import dev.highwater.connectors.codec.NotableJson;
import dev.highwater.connectors.codec.NoteJson;
import dev.highwater.connectors.codec.RiskEventJson;
import dev.highwater.connectors.codec.UnparsableJson;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A directory of results: {@code findings}, {@code risk}, {@code notables}, {@code unparsable},
 * {@code late}, {@code suppressed}, {@code early}, {@code failed} and {@code notes} as {@code
 * .ndjson}, each in one file and in an order that does not depend on how the job ran, but for early
 * ones; in {@code lookups} a CSV file for each lookup that searches wrote. Not safe for use by
 * several threads.
 */
public final class OutcomeFiles implements OutcomeStore {

  private static final String LEDGER = ".ledger";
  private static final String CSV = ".csv";
  private static final Pattern UNSAFE = Pattern.compile("^\\.|[^A-Za-z0-9._ -]");

  private final Path directory;
  private final OrderedLines findings;
  private final OrderedLines risk;
  private final OrderedLines notables;
  private final OrderedLines unparsable;
  private final OrderedLines late;
  private final OrderedLines suppressed;
  private final OrderedLines early;
  private final OrderedLines failed;
  private final OrderedLines notes;
  private final Ledger ledger = new Ledger();

  /** Makes the directory where it is missing and empties the files of an earlier job. */
  public OutcomeFiles(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
    Files.deleteIfExists(directory.resolve(LEDGER));
    findings = new OrderedLines(directory.resolve("findings.ndjson"));
    risk = new OrderedLines(directory.resolve("risk.ndjson"));
    notables = new OrderedLines(directory.resolve("notables.ndjson"));
    unparsable = new OrderedLines(directory.resolve("unparsable.ndjson"));
    late = new OrderedLines(directory.resolve("late.ndjson"));
    early = new OrderedLines(directory.resolve("early.ndjson"));
    suppressed = new OrderedLines(directory.resolve("suppressed.ndjson"));
    failed = new OrderedLines(directory.resolve("failed.ndjson"));
    notes = new OrderedLines(directory.resolve("notes.ndjson"));
  }

  @Override
  public void add(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Found found) {
      Finding finding = found.finding();
      String key = key(finding.findingId(), finding.revision());
      findings.add(finding.window().scheduledMillis(), key, FindingJson.line(finding));
    } else if (outcome instanceof Outcome.Raised raised) {
      RiskEvent event = raised.event();
      String key = key(event.riskEventId(), event.revision());
      risk.add(event.timeMillis(), key, RiskEventJson.line(event));
    } else if (outcome instanceof Outcome.Notified notified) {
      Notable notable = notified.notable();
      notables.add(notable.timeMillis(), notable.notableId(), NotableJson.line(notable));
    } else if (outcome instanceof Outcome.Unparsable record) {
      UnparsableEvent event = record.event();
      String key = key(new EventPosition(event.input(), event.offset()));
      unparsable.add(Long.MIN_VALUE, key, UnparsableJson.line(event));
    } else if (outcome instanceof Outcome.Suppressed held) {
      Finding finding = held.finding();
      suppressed.add(
          finding.window().scheduledMillis(), finding.findingId(), FindingJson.line(held));
    } else if (outcome instanceof Outcome.Early sure) {
      Finding finding = sure.finding();
      early.add(finding.window().scheduledMillis(), finding.findingId(), FindingJson.line(finding));
      early.release(Long.MAX_VALUE);
    } else if (outcome instanceof Outcome.Late missed) {
      String key = missed.detection() + ' ' + key(missed.position());
      late.add(missed.window().scheduledMillis(), key, LateJson.line(missed));
    } else if (outcome instanceof Outcome.Future ahead) {
      late.add(Long.MIN_VALUE, key(ahead.position()), LateJson.line(ahead));
    } else if (outcome instanceof Outcome.Failed run) {
      failed.add(run.window().scheduledMillis(), run.detection(), FailedRunJson.line(run));
    } else if (outcome instanceof Outcome.Fault fault) {
      failed.add(Long.MIN_VALUE, key(fault.position()) + fault.detection(), FaultJson.line(fault));
    } else if (outcome instanceof Outcome.Quarantined quarantined) {
      failed.add(Long.MIN_VALUE, quarantined.detection(), FaultJson.line(quarantined));
    } else if (outcome instanceof Outcome.Noted note) {
      String key = note.detection() + ' ' + note.message();
      notes.add(note.window().scheduledMillis(), key, NoteJson.line(note));
    } else if (outcome instanceof Outcome.Kept kept) {
      write(kept);
    } else if (outcome instanceof Outcome.Counted counted) {
      ledger.addAll(counted.ledger());
    }
  }

  /** Revisions of an id follow one another. */
  private static String key(String id, int revision) {
    return id + String.format("#%09d", revision);
  }

  private static String key(EventPosition position) {
    return position.input() + String.format("@%019d", position.offset());
  }

  /** Searches may make up names of files: what could leave the folder becomes an underscore. */
  private void write(Outcome.Kept kept) throws IOException {
    String name = kept.lookup().endsWith(CSV) ? kept.lookup() : kept.lookup() + CSV;
    Path lookups = Files.createDirectories(directory.resolve("lookups"));
    Files.writeString(
        lookups.resolve(UNSAFE.matcher(name).replaceAll("_")), LookupCsv.of(kept.contents()));
  }

  /** Writes out what is complete. */
  @Override
  public void release(long untilMillis) throws IOException {
    findings.release(untilMillis);
    suppressed.release(untilMillis);
    risk.release(untilMillis);
    notables.release(untilMillis);
    failed.release(untilMillis);
    notes.release(untilMillis);
  }

  @Override
  public void complete() throws IOException {
    release(Long.MAX_VALUE);
    unparsable.release(Long.MAX_VALUE);
    late.release(Long.MAX_VALUE);
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(directory.resolve(LEDGER)))) {
      ledger.write(out);
    }
  }

  /** The counts that a completed job left in the directory; they can be taken once. */
  public static Ledger takeLedger(Path directory) throws IOException {
    Path file = directory.resolve(LEDGER);
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Ledger.read(in);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    try (findings;
        risk;
        notables;
        unparsable;
        late;
        suppressed;
        early;
        failed;
        notes) {
      // Each is closed, whatever the others do.
    }
  }
}
