package dev.highwater.connectors.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file's bytes are packed; told by its first bytes, not by its name. */
public enum Compression {
  GZIP("1f8b08") {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new GZIPInputStream(packed, 64 * 1024);
    }
  },
  ZSTD("28b52ffd") {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new ZstdInputStream(packed);
    }
  },
  /** {@code BZh}, a level, and the digits of pi that begin a block. */
  BZIP2("425a68..314159265359") {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new BZip2CompressorInputStream(packed, true);
    }
  },
  /** Not packed, as far as we know. */
  NONE("") {
    @Override
    InputStream open(InputStream packed) {
      return packed;
    }
  };

  private final Pattern magic;

  Compression(String magic) {
    this.magic = Pattern.compile(magic);
  }

  /** The uncompressed bytes of all members or frames of {@code packed}, one behind the other. */
  abstract InputStream open(InputStream packed) throws IOException;

  /** What a file that begins with {@code head} is packed with. */
  static Compression ofHead(byte[] head) {
    String digits = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
    for (Compression compression : values()) {
      if (compression.magic.matcher(digits).lookingAt()) {
        return compression;
      }
    }
    return NONE;
  }
}
