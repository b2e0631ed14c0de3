package dev.highwater.connectors.kafka;

import java.util.Locale;

/** What the value of a record is. */
public enum RecordForm {
  /** The event; where it comes from is in the record's headers (S-2040). */
  RAW,
  /**
   * What a file of the sourcetype is, with one event or several in it (S-2073); where it comes from
   * is in the record's headers.
   */
  AUTO,
  /** An envelope of an HTTP event collector (S-1317). */
  HEC,
  /** A JSON object {@code {_time?, host, source, sourcetype, index?, raw}}. */
  RAW_EVENTS,
  /** A JSON object of any shape, which a map reads (S-2042). */
  MAPPED;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
