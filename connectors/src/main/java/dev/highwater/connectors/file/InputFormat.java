package dev.highwater.connectors.file;

import java.util.Locale;

/** What a user can say that a file is, in place of what its sourcetype and its beginning tell. */
public enum InputFormat {
  /** An event in each line. */
  LINES,
  /** Events as the sourcetype's settings break them, whatever the file begins with. */
  EVENTS,
  /** JSON values, one behind the other or in an array. */
  JSON,
  /** Envelopes of an HTTP event collector. */
  HEC,
  /** A table: names in the first line, commas unless the sourcetype says otherwise. */
  CSV,
  /** Lines {@code {_time?, host, source, sourcetype, index?, raw}}. */
  RAW_EVENTS;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
