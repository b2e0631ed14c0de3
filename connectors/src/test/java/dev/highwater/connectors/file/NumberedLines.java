package dev.highwater.connectors.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A generated file whose line n begins with n, and where each line begins. */
final class NumberedLines {

  private final byte[] content;
  private final long[] offsets;

  private NumberedLines(byte[] content, long[] offsets) {
    this.content = content;
    this.offsets = offsets;
  }

  static NumberedLines of(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long[] offsets = new long[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = out.size();
      out.writeBytes((i + " " + "x".repeat(i % 331)).getBytes(StandardCharsets.US_ASCII));
      out.writeBytes((i % 7 == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return new NumberedLines(out.toByteArray(), offsets);
  }

  byte[] content() {
    return content;
  }

  long[] offsets() {
    return offsets;
  }

  byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }
}
