package dev.highwater.connectors.file;

/**
 * Records in one array, and a cursor over them that stands before the first. The array is never
 * written once the chunk exists.
 */
interface RecordChunk {

  /** Moves to the next record; false behind the last. */
  boolean next();

  byte[] bytes();

  /** Index of the record's first byte. */
  int start();

  /** Bytes of the record: without what separates it from the next, and at most the limit. */
  int length();

  /** True when the record is over the size limit. */
  boolean isTruncated();

  /** Where the record's first byte is in the input. */
  long offset();

  /** Where reading goes on behind this record. */
  long nextOffset();

  /** Bytes of the input that the chunk stands for. */
  long inputBytes();
}
