package dev.highwater.engine.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values and rows as bytes: how they travel between machines and lie in state. */
public final class FieldValueCodec {

  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int MULTI = 3;

  /** A size that was read is not trusted with more memory than this before its values come. */
  private static final int MOST_RESERVED = 64;

  private FieldValueCodec() {}

  public static void write(DataOutput out, @Nullable FieldValue value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof NumberValue number) {
      out.writeByte(NUMBER);
      out.writeDouble(number.number());
    } else if (value instanceof MultiValue multi) {
      out.writeByte(MULTI);
      writeAll(out, multi.members());
    } else {
      out.writeByte(TEXT);
      writeText(out, value.text());
    }
  }

  public static @Nullable FieldValue read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case NULL -> null;
      case TEXT -> FieldValue.of(readText(in));
      case NUMBER -> FieldValue.of(in.readDouble());
      case MULTI -> MultiValue.of(readValues(in));
      default -> throw new IOException("unknown kind of value: " + kind);
    };
  }

  /** Writes a list whose values may be NULL. */
  public static void writeAll(DataOutput out, List<? extends @Nullable FieldValue> values)
      throws IOException {
    out.writeInt(values.size());
    for (FieldValue value : values) {
      write(out, value);
    }
  }

  /** A list that {@link #writeAll} wrote. */
  public static List<@Nullable FieldValue> readAll(DataInput in) throws IOException {
    int size = in.readInt();
    List<@Nullable FieldValue> values = new ArrayList<>(Math.min(size, MOST_RESERVED));
    for (int i = 0; i < size; i++) {
      values.add(read(in));
    }
    return values;
  }

  /** A list that {@link #writeAll} wrote and that holds no NULL. */
  public static List<FieldValue> readValues(DataInput in) throws IOException {
    List<FieldValue> values = new ArrayList<>();
    for (FieldValue value : readAll(in)) {
      if (value == null) {
        throw new IOException("a value is missing");
      }
      values.add(value);
    }
    return values;
  }

  public static void writeRow(DataOutput out, Row row) throws IOException {
    out.writeInt(row.names().size());
    for (String name : row.names()) {
      writeText(out, name);
      write(out, row.get(name));
    }
  }

  public static Row readRow(DataInput in) throws IOException {
    Row row = new Row();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      String name = readText(in);
      row.set(name, read(in));
    }
    return row;
  }

  /** Writes any UTF-16 units, surrogates without their other half included. */
  public static void writeText(DataOutput out, String text) throws IOException {
    if (isWellFormed(text)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else {
      // UTF-8 has no form for it: its units as they are, told by the negative length.
      out.writeInt(~text.length());
      out.writeChars(text);
    }
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  public static String readText(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      char[] units = new char[~length];
      for (int i = 0; i < units.length; i++) {
        units[i] = in.readChar();
      }
      return new String(units);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
