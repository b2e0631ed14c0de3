package dev.highwater.app.terminal;

/**
 * How far a replay is.
 *
 * @param bytes bytes of the input that have been read
 * @param totalBytes bytes of the whole input, 0 when nobody knows
 * @param events records read
 * @param runs searches run
 */
public record ReplayProgress(long bytes, long totalBytes, long events, long runs) {
  public ReplayProgress {
    if (bytes < 0 || totalBytes < 0 || events < 0 || runs < 0) {
      throw new IllegalArgumentException(
          "Invalid progress: %d of %d bytes, %d events, %d runs (must be >= 0)"
              .formatted(bytes, totalBytes, events, runs));
    }
  }

  /** The share of the input that has been read, 0 to 1; 0 when the whole is not known. */
  double share() {
    return totalBytes == 0 ? 0 : Math.min(1, (double) bytes / totalBytes);
  }
}
