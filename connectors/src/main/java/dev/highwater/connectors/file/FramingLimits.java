package dev.highwater.connectors.file;

import java.io.Serializable;

/**
 * Sizes that bound what framing holds in memory.
 *
 * @param chunkBytes bytes that are read at a time; lines of one chunk share its array
 * @param maxRecordBytes a longer record is cut to its first so many bytes and marked truncated
 */
public record FramingLimits(int chunkBytes, int maxRecordBytes) implements Serializable {

  private static final int GREATEST_RECORD_BYTES = 1 << 29;

  /** Chunks of 256 KiB, records up to 32 MiB. */
  public static final FramingLimits DEFAULT = new FramingLimits(256 * 1024, 32 * 1024 * 1024);

  public FramingLimits {
    if (chunkBytes < 1) {
      throw new IllegalArgumentException("Invalid chunk size: " + chunkBytes + " (must be >= 1)");
    }
    if (maxRecordBytes < 1 || maxRecordBytes > GREATEST_RECORD_BYTES) {
      throw new IllegalArgumentException(
          "Invalid record limit: "
              + maxRecordBytes
              + " (must be 1.."
              + GREATEST_RECORD_BYTES
              + ")");
    }
  }
}
