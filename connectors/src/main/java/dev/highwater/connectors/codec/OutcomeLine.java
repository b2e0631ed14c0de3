package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An outcome as it leaves a job that does not end: one JSON object. */
public final class OutcomeLine {

  private final Kind kind;
  private final String key;
  private final byte[] line;

  private OutcomeLine(Kind kind, String key, byte[] line) {
    this.kind = kind;
    this.key = key;
    this.line = line;
  }

  /** What outcomes there are. */
  public enum Kind {
    FINDINGS,
    RISK,
    NOTABLES,
    EARLY,
    SUPPRESSED,
    LATE,
    UNPARSABLE,
    FAILED,
    NOTES,
    CONTENT;

    /** As files and topics are named. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The line of an outcome; null for what is known only when a job ends. */
  public static @Nullable OutcomeLine of(Outcome outcome) {
    if (outcome instanceof Outcome.Found found) {
      return of(Kind.FINDINGS, found.finding().findingId(), FindingJson.line(found.finding()));
    } else if (outcome instanceof Outcome.Raised raised) {
      RiskEvent event = raised.event();
      return of(Kind.RISK, event.riskEventId(), RiskEventJson.line(event));
    } else if (outcome instanceof Outcome.Notified notified) {
      Notable notable = notified.notable();
      return of(Kind.NOTABLES, notable.notableId(), NotableJson.line(notable));
    } else if (outcome instanceof Outcome.Early early) {
      return of(Kind.EARLY, early.finding().findingId(), FindingJson.line(early.finding()));
    } else if (outcome instanceof Outcome.Suppressed held) {
      return of(Kind.SUPPRESSED, held.finding().findingId(), FindingJson.line(held));
    } else if (outcome instanceof Outcome.Late late) {
      return of(Kind.LATE, key(late.position()), LateJson.line(late));
    } else if (outcome instanceof Outcome.Future ahead) {
      return of(Kind.LATE, key(ahead.position()), LateJson.line(ahead));
    }
    return troubleOf(outcome);
  }

  private static @Nullable OutcomeLine troubleOf(Outcome outcome) {
    if (outcome instanceof Outcome.Unparsable unparsable) {
      EventPosition position =
          new EventPosition(unparsable.event().input(), unparsable.event().offset());
      return of(Kind.UNPARSABLE, key(position), UnparsableJson.line(unparsable.event()));
    } else if (outcome instanceof Outcome.Failed failed) {
      return of(Kind.FAILED, failed.detection(), FailedRunJson.line(failed));
    } else if (outcome instanceof Outcome.Fault fault) {
      return of(Kind.FAILED, key(fault.position()), FaultJson.line(fault));
    } else if (outcome instanceof Outcome.Quarantined quarantined) {
      return of(Kind.FAILED, quarantined.detection(), FaultJson.line(quarantined));
    } else if (outcome instanceof Outcome.Revised revised) {
      return of(
          Kind.CONTENT, revised.report().revision(), ContentReportJson.line(revised.report()));
    } else if (outcome instanceof Outcome.Noted noted) {
      return of(Kind.NOTES, noted.detection(), NoteJson.line(noted));
    }
    return null;
  }

  private static OutcomeLine of(Kind kind, String key, byte[] line) {
    return new OutcomeLine(kind, key, line);
  }

  public Kind kind() {
    return kind;
  }

  /** What it is known by; revisions of one finding share it. */
  public String key() {
    return key;
  }

  /** The object in UTF-8, with its line feed; not to be written to. */
  public byte[] line() {
    return line;
  }

  /** The object in UTF-8, without a line feed. */
  public byte[] json() {
    return Arrays.copyOf(line, line.length - 1);
  }

  private static String key(EventPosition position) {
    return position.input() + '@' + position.offset();
  }
}
