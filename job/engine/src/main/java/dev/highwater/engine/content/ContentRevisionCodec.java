package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskCodec;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A content revision as compressed bytes. */
public final class ContentRevisionCodec {

  private static final int VERSION = 3;
  private static final int ID_DIGITS = 16;

  private ContentRevisionCodec() {}

  public static byte[] encode(ContentRevision revision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      write(revision, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** A name for what a revision says: equal texts have equal ids. 16 hex digits. */
  public static String id(ContentRevision revision) {
    DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
    try {
      write(revision, digest);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to nowhere", e);
    }
    return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, ID_DIGITS);
  }

  private static void write(ContentRevision revision, OutputStream target) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target))) {
      out.writeInt(VERSION);
      write(out, revision.detections(), ContentRevisionCodec::writeDetection);
      write(out, revision.macros(), ContentRevisionCodec::writeMacro);
      write(out, revision.lookups(), LookupItemCodec::writeLookup);
      AppCodec.write(out, revision.apps());
      RiskCodec.write(out, revision.riskKnowledge());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The revision that was encoded.
   *
   * @throws IllegalArgumentException for bytes that no version wrote
   */
  public static ContentRevision decode(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "Cannot read content revision: version " + version + " (must be " + VERSION + ")");
      }
      return new ContentRevision(
          readAll(in, ContentRevisionCodec::readDetection),
          readAll(in, ContentRevisionCodec::readMacro),
          readAll(in, LookupItemCodec::readLookup),
          AppCodec.read(in),
          RiskCodec.readKnowledge(in));
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read content revision: " + e.getMessage(), e);
    }
  }

  interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static <T> void write(DataOutputStream out, List<T> values, Writer<T> writer) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void writeMacro(DataOutputStream out, MacroItem macro) throws IOException {
    writeText(out, macro.name());
    write(out, macro.arguments(), ContentRevisionCodec::writeText);
    writeText(out, macro.definition());
    out.writeBoolean(macro.isEval());
  }

  private static MacroItem readMacro(DataInputStream in) throws IOException {
    return new MacroItem(
        readText(in), readAll(in, ContentRevisionCodec::readText), readText(in), in.readBoolean());
  }

  private static void writeDetection(DataOutputStream out, DetectionItem item) throws IOException {
    writeText(out, item.id());
    writeText(out, item.name());
    out.writeInt(item.version());
    writeText(out, item.type());
    writeText(out, item.search());
    writeSchedule(out, item.schedule());
    RiskCodec.write(out, item.actions());
    write(out, item.inputs().stream().sorted().toList(), ContentRevisionCodec::writeText);
  }

  private static DetectionItem readDetection(DataInputStream in) throws IOException {
    return new DetectionItem(
        readText(in),
        readText(in),
        in.readInt(),
        readText(in),
        readText(in),
        readSchedule(in),
        RiskCodec.readActions(in),
        Set.copyOf(readAll(in, ContentRevisionCodec::readText)));
  }

  private static void writeSchedule(DataOutputStream out, ScheduleItem schedule)
      throws IOException {
    writeText(out, schedule.cron());
    writeText(out, schedule.earliest());
    writeText(out, schedule.latest());
    writeText(out, schedule.zone());
    out.writeLong(schedule.firstScheduledMillis());
    out.writeLong(schedule.lastScheduledMillis());
    Throttling throttling = schedule.throttling();
    out.writeBoolean(throttling != null);
    if (throttling != null) {
      write(out, throttling.fields(), ContentRevisionCodec::writeText);
      out.writeLong(throttling.periodMillis());
      writeText(out, throttling.groupName());
    }
  }

  private static ScheduleItem readSchedule(DataInputStream in) throws IOException {
    return new ScheduleItem(
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        in.readLong(),
        in.readLong(),
        in.readBoolean()
            ? new Throttling(
                readAll(in, ContentRevisionCodec::readText), in.readLong(), readText(in))
            : null);
  }
}
