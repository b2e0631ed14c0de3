package dev.highwater.connectors.codec;

import dev.highwater.engine.event.Row;

/** Rows as lines of JSON. */
public final class RowJson {

  private RowJson() {}

  /** One object and a line feed, in UTF-8; several values of a field are an array. */
  public static byte[] line(Row row) {
    return JsonLine.of(line -> line.fields(row));
  }
}
