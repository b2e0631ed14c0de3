package dev.highwater.engine.detect;

import static dev.highwater.engine.event.FieldValueCodec.readText;
import static dev.highwater.engine.event.FieldValueCodec.writeText;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.StashText;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A risk event on its way to the searches that correlate.
 *
 * @param event of {@code index=risk}
 * @param timeMillis its {@code _time}
 * @param contribution which risk event it is, and since when it is known
 */
public record RiskRecord(RawEvent event, long timeMillis, Contribution contribution) {

  private static final String INPUT = "<risk>";
  private static final String HOST = "highwater";
  private static final String SOURCETYPE = "stash";

  /** A risk event that a finding raised: its source is the search's name (S-703). */
  public static RiskRecord of(RiskEvent event) {
    EventOrigin origin =
        new EventOrigin(INPUT, HOST, event.searchName(), SOURCETYPE, SearchPass.RISK_INDEX);
    byte[] bytes = StashText.of(event).getBytes(StandardCharsets.UTF_8);
    return new RiskRecord(
        new RawEvent(origin, 0, bytes, 0, bytes.length, event.timeMillis())
            .withIndexTime(event.infoSearchMillis()),
        event.timeMillis(),
        new Contribution(
            event.riskEventId(), event.knownMillis(), event.status() == Finding.Status.WITHDRAWN));
  }

  /** A risk event that the input holds. */
  public static RiskRecord ofInput(RawEvent event, long timeMillis) {
    return new RiskRecord(event, timeMillis, Contribution.NONE);
  }

  /** Whether an event of the input is a risk event. */
  public static boolean isRisk(RawEvent event) {
    return event.origin().index().equals(SearchPass.RISK_INDEX);
  }

  public void write(DataOutput out) throws IOException {
    EventOrigin origin = event.origin();
    writeText(out, origin.input());
    writeText(out, origin.host());
    writeText(out, origin.source());
    writeText(out, origin.sourcetype());
    writeText(out, origin.index());
    out.writeLong(event.offset());
    out.writeInt(event.length());
    out.write(event.bytes(), event.start(), event.length());
    out.writeLong(event.indexTimeMillis());
    out.writeLong(timeMillis);
    contribution.write(out);
  }

  public static RiskRecord read(DataInput in) throws IOException {
    EventOrigin origin =
        new EventOrigin(readText(in), readText(in), readText(in), readText(in), readText(in));
    long offset = in.readLong();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    long indexTime = in.readLong();
    long time = in.readLong();
    RawEvent event =
        new RawEvent(origin, offset, bytes, 0, bytes.length, time).withIndexTime(indexTime);
    return new RiskRecord(event, time, Contribution.read(in));
  }
}
