package dev.highwater.engine.detect;

import static dev.highwater.engine.event.FieldValueCodec.readText;
import static dev.highwater.engine.event.FieldValueCodec.writeText;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Provenance;
import dev.highwater.engine.plan.LookupTableCodec;
import dev.highwater.engine.risk.RaisedCodec;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Outcomes as bytes: how they travel to the sinks. */
public final class OutcomeCodec {

  private static final int FOUND = 1;
  private static final int RAISED = 2;
  private static final int UNPARSABLE = 3;
  private static final int FAILED = 4;
  private static final int COUNTED = 5;
  private static final int NOTED = 6;
  private static final int KEPT = 7;
  private static final int LATE = 8;
  private static final int FUTURE = 9;
  private static final int SUPPRESSED = 10;
  private static final int NOTIFIED = 11;
  private static final int EARLY = 12;
  private static final int REVISED = 13;
  private static final int FAULT = 14;
  private static final int QUARANTINED = 15;

  private OutcomeCodec() {}

  public static void write(DataOutput out, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Found found) {
      out.writeByte(FOUND);
      writeFinding(out, found.finding());
    } else if (outcome instanceof Outcome.Raised raised) {
      out.writeByte(RAISED);
      RaisedCodec.write(out, raised.event());
    } else if (outcome instanceof Outcome.Notified notified) {
      out.writeByte(NOTIFIED);
      RaisedCodec.write(out, notified.notable());
    } else if (outcome instanceof Outcome.Unparsable unparsable) {
      out.writeByte(UNPARSABLE);
      writeUnparsable(out, unparsable.event());
    } else if (outcome instanceof Outcome.Failed failed) {
      out.writeByte(FAILED);
      writeText(out, failed.detection());
      writeWindow(out, failed.window());
      writeText(out, failed.reason());
    } else if (outcome instanceof Outcome.Counted counted) {
      out.writeByte(COUNTED);
      counted.ledger().write(out);
    } else if (outcome instanceof Outcome.Noted noted) {
      out.writeByte(NOTED);
      writeText(out, noted.detection());
      writeWindow(out, noted.window());
      writeText(out, noted.message());
    } else if (outcome instanceof Outcome.Kept kept) {
      out.writeByte(KEPT);
      writeText(out, kept.lookup());
      LookupTableCodec.write(out, kept.contents());
    } else if (outcome instanceof Outcome.Late late) {
      out.writeByte(LATE);
      writePosition(out, late.position());
      out.writeLong(late.timeMillis());
      writeText(out, late.detection());
      writeWindow(out, late.window());
      out.writeLong(late.byMillis());
      out.writeBoolean(late.isAmended());
    } else if (outcome instanceof Outcome.Suppressed suppressed) {
      out.writeByte(SUPPRESSED);
      writeFinding(out, suppressed.finding());
      SuppressorCodec.write(out, suppressed.by());
    } else if (outcome instanceof Outcome.Revised revised) {
      out.writeByte(REVISED);
      writeReport(out, revised.report());
    } else if (outcome instanceof Outcome.Fault fault) {
      out.writeByte(FAULT);
      writeText(out, fault.detection());
      writePosition(out, fault.position());
      writeText(out, fault.reason());
    } else if (outcome instanceof Outcome.Quarantined quarantined) {
      out.writeByte(QUARANTINED);
      writeText(out, quarantined.detection());
      out.writeInt(quarantined.faults());
      writeText(out, quarantined.reason());
    } else if (outcome instanceof Outcome.Early early) {
      out.writeByte(EARLY);
      writeFinding(out, early.finding());
    } else if (outcome instanceof Outcome.Future future) {
      out.writeByte(FUTURE);
      writePosition(out, future.position());
      out.writeLong(future.timeMillis());
      out.writeLong(future.byMillis());
    }
  }

  public static Outcome read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case FOUND -> new Outcome.Found(readFinding(in));
      case RAISED -> new Outcome.Raised(RaisedCodec.readRiskEvent(in));
      case NOTIFIED -> new Outcome.Notified(RaisedCodec.readNotable(in));
      case UNPARSABLE -> new Outcome.Unparsable(readUnparsable(in));
      case FAILED -> new Outcome.Failed(readText(in), readWindow(in), readText(in));
      case NOTED -> new Outcome.Noted(readText(in), readWindow(in), readText(in));
      case KEPT -> new Outcome.Kept(readText(in), LookupTableCodec.read(in));
      case LATE ->
          new Outcome.Late(
              readPosition(in),
              in.readLong(),
              readText(in),
              readWindow(in),
              in.readLong(),
              in.readBoolean());
      case FUTURE -> new Outcome.Future(readPosition(in), in.readLong(), in.readLong());
      case REVISED -> new Outcome.Revised(readReport(in));
      case FAULT -> new Outcome.Fault(readText(in), readPosition(in), readText(in));
      case QUARANTINED -> new Outcome.Quarantined(readText(in), in.readInt(), readText(in));
      case EARLY -> new Outcome.Early(readFinding(in));
      case SUPPRESSED -> new Outcome.Suppressed(readFinding(in), SuppressorCodec.read(in));
      case COUNTED -> new Outcome.Counted(Ledger.read(in));
      default -> throw new IOException("unknown kind of outcome: " + kind);
    };
  }

  private static void writeReport(DataOutput out, ContentReport report) throws IOException {
    writeText(out, report.status().name());
    writeText(out, report.from());
    writeText(out, report.revision());
    out.writeInt(report.number());
    out.writeLong(report.effectiveMillis());
    writeTexts(out, report.added());
    writeTexts(out, report.changed());
    writeTexts(out, report.removed());
    writeTexts(out, report.kept());
    writeTexts(out, report.problems());
  }

  private static ContentReport readReport(DataInput in) throws IOException {
    return new ContentReport(
        ContentReport.Status.valueOf(readText(in)),
        readText(in),
        readText(in),
        in.readInt(),
        in.readLong(),
        readTexts(in),
        readTexts(in),
        readTexts(in),
        readTexts(in),
        readTexts(in));
  }

  private static void writeTexts(DataOutput out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static List<String> readTexts(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static void writePosition(DataOutput out, EventPosition position) throws IOException {
    writeText(out, position.input());
    out.writeLong(position.offset());
  }

  private static EventPosition readPosition(DataInput in) throws IOException {
    return new EventPosition(readText(in), in.readLong());
  }

  private static void writeWindow(DataOutput out, SearchWindow window) throws IOException {
    out.writeLong(window.scheduledMillis());
    out.writeLong(window.earliestMillis());
    out.writeLong(window.latestMillis());
  }

  private static SearchWindow readWindow(DataInput in) throws IOException {
    return new SearchWindow(in.readLong(), in.readLong(), in.readLong());
  }

  public static void writeFinding(DataOutput out, Finding finding) throws IOException {
    writeText(out, finding.findingId());
    writeText(out, finding.status().name());
    out.writeInt(finding.revision());
    writeText(out, finding.detection());
    writeText(out, finding.detectionId());
    out.writeInt(finding.detectionVersion());
    writeText(out, finding.type());
    writeWindow(out, finding.window());
    FieldValueCodec.writeRow(out, finding.row());
    writeText(out, finding.provenance().contentRevision());
    out.writeInt(finding.provenance().events().size());
    for (EventPosition event : finding.provenance().events()) {
      writePosition(out, event);
    }
    Row replaced = finding.replaced();
    out.writeBoolean(replaced != null);
    if (replaced != null) {
      FieldValueCodec.writeRow(out, replaced);
    }
  }

  private static Provenance readProvenance(DataInput in) throws IOException {
    String revision = readText(in);
    List<EventPosition> events = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      events.add(readPosition(in));
    }
    return new Provenance(revision, events);
  }

  public static Finding readFinding(DataInput in) throws IOException {
    return new Finding(
        readText(in),
        status(in),
        in.readInt(),
        readText(in),
        readText(in),
        in.readInt(),
        readText(in),
        readWindow(in),
        FieldValueCodec.readRow(in),
        readProvenance(in),
        in.readBoolean() ? FieldValueCodec.readRow(in) : null);
  }

  private static Finding.Status status(DataInput in) throws IOException {
    return Finding.Status.valueOf(readText(in));
  }

  private static void writeUnparsable(DataOutput out, UnparsableEvent event) throws IOException {
    writeText(out, event.reason().name());
    writeText(out, event.input());
    writeText(out, event.source());
    writeText(out, event.sourcetype());
    out.writeLong(event.offset());
    out.writeInt(event.length());
    writeText(out, event.excerpt());
  }

  private static UnparsableEvent readUnparsable(DataInput in) throws IOException {
    return new UnparsableEvent(
        UnparsableEvent.Reason.valueOf(readText(in)),
        readText(in),
        readText(in),
        readText(in),
        in.readLong(),
        in.readInt(),
        readText(in));
  }
}
