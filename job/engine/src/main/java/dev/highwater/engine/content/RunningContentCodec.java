package dev.highwater.engine.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Running content as bytes: how it is shipped, and kept over restores. */
public final class RunningContentCodec {

  private static final int VERSION = 1;

  private RunningContentCodec() {}

  public static byte[] encode(RunningContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeInt(content.number());
      out.writeInt(content.layers().size());
      for (ContentLayer layer : content.layers()) {
        byte[] revision = ContentRevisionCodec.encode(layer.revision());
        out.writeInt(revision.length);
        out.write(revision);
        ContentRevisionCodec.write(out, layer.intakes(), RunningContentCodec::writeIntake);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The content that was encoded.
   *
   * @throws IllegalArgumentException for bytes that no version wrote
   */
  public static RunningContent decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "Cannot read running content: version " + version + " (must be " + VERSION + ")");
      }
      int number = in.readInt();
      int layers = in.readInt();
      List<ContentLayer> read = new ArrayList<>();
      for (int i = 0; i < layers; i++) {
        ContentRevision revision = ContentRevisionCodec.decode(in.readNBytes(in.readInt()));
        read.add(
            new ContentLayer(
                revision, ContentRevisionCodec.readAll(in, RunningContentCodec::readIntake)));
      }
      return new RunningContent(number, read);
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read running content: " + e.getMessage(), e);
    }
  }

  private static void writeIntake(DataOutputStream out, Intake intake) throws IOException {
    out.writeInt(intake.number());
    ContentRevisionCodec.writeText(out, intake.revision());
    out.writeLong(intake.fromMillis());
    out.writeLong(intake.untilMillis());
    out.writeLong(intake.lastScheduledMillis());
  }

  private static Intake readIntake(DataInputStream in) throws IOException {
    return new Intake(
        in.readInt(),
        ContentRevisionCodec.readText(in),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }
}
