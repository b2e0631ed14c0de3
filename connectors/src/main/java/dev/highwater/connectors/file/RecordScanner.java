package dev.highwater.connectors.file;

/** Finds records in a stream of bytes that is shown part by part. Not thread-safe. */
interface RecordScanner {

  /**
   * Looks for the first record at or behind {@code from}, where another one ended or the input
   * began.
   *
   * @param isLast whether nothing follows behind {@code to}
   * @return false when no record ends in these bytes
   */
  boolean find(byte[] bytes, int from, int to, boolean isLast);

  /**
   * Index of the found record's first byte; of what may become one when none was found, {@code to}
   * when nothing has begun.
   */
  int start();

  /** Index behind the found record's last byte. */
  int end();

  /** Index from which to look for the next record. */
  int next();

  /**
   * Goes on looking for the end of a record of which {@code find} saw the beginning and no end.
   *
   * @param bytes what follows, with the last {@link #bytesBefore()} that were shown before it
   * @return where to look for the next record, -1 when it does not end here either
   */
  int skip(byte[] bytes, int from, int to, boolean isLast);

  /** Bytes to be shown again when {@link #skip} goes on. */
  int bytesBefore();
}
