package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValueCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which event a group comes from, where that matters: of risk events, one of which may take the
 * place of another.
 *
 * @param id of the event; empty where a group may come from any events
 * @param knownMillis when the event came to be known: no run before that time sees it
 * @param isWithdrawn whether the event only takes away the one of that id that was there before
 */
public record Contribution(String id, long knownMillis, boolean isWithdrawn) {

  /** Of any events, known from the start. */
  public static final Contribution NONE = new Contribution("", Long.MIN_VALUE, false);

  public boolean isOfOneEvent() {
    return !id.isEmpty();
  }

  public void write(DataOutput out) throws IOException {
    FieldValueCodec.writeText(out, id);
    out.writeLong(knownMillis);
    out.writeBoolean(isWithdrawn);
  }

  public static Contribution read(DataInput in) throws IOException {
    return new Contribution(FieldValueCodec.readText(in), in.readLong(), in.readBoolean());
  }
}
