package dev.highwater.engine.event;

/** How the bytes of a record relate to what its input held. Only a whole record can be parsed. */
public enum Framing {
  /** The record, byte for byte. */
  WHOLE,
  /** The record was over the size limit; only its first bytes are kept. */
  TRUNCATED,
  /** The envelope around the record could not be read; the bytes are the envelope's. */
  MALFORMED
}
