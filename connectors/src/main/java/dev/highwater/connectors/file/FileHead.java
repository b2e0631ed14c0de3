package dev.highwater.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file tell. */
final class FileHead {

  /** So many bytes are looked at. */
  static final int BYTES = 64;

  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/v1";

  private final byte[] bytes;

  private FileHead(byte[] bytes) {
    this.bytes = bytes;
  }

  static FileHead read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new FileHead(in.readNBytes(BYTES));
    }
  }

  /** True when the file stands for data that git has not fetched. */
  boolean isLfsPointer() {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(LFS_POINTER);
  }

  Compression compression() {
    return Compression.ofHead(bytes);
  }

  /** The name of a packing that we cannot open; null for anything else. */
  @Nullable String unsupportedPacking() {
    String digits = HexFormat.of().formatHex(bytes);
    return digits.startsWith("fd377a585a00") ? "xz" : null;
  }
}
