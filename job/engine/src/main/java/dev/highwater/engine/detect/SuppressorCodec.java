package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValueCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Suppressors as bytes. */
public final class SuppressorCodec {

  private SuppressorCodec() {}

  public static void write(DataOutput out, Suppressor suppressor) throws IOException {
    FieldValueCodec.writeText(out, suppressor.findingId());
    FieldValueCodec.writeText(out, suppressor.detectionId());
    out.writeLong(suppressor.scheduledMillis());
    out.writeLong(suppressor.untilMillis());
  }

  public static Suppressor read(DataInput in) throws IOException {
    return new Suppressor(
        FieldValueCodec.readText(in), FieldValueCodec.readText(in), in.readLong(), in.readLong());
  }
}
