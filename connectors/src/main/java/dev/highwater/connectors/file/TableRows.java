package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.IndexedFields;
import dev.highwater.engine.event.RawEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events of the rows of a table: the row is the text, and each value that is not empty a
 * field (S-1316). Not thread-safe.
 */
final class TableRows implements RecordDecoder {

  private final RecordDecoder plain;
  private final TableHeader header;

  TableRows(EventOrigin origin, TableHeader header) {
    this.plain = RecordDecoder.plain(origin);
    this.header = header;
  }

  @Override
  public RawEvent decode(RecordChunk record) {
    RawEvent event = plain.decode(record);
    if (event.isTruncated()) {
      return event;
    }
    List<String> values = TableRow.values(event.text(), header.delimiter());
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), header.names().size()); i++) {
      if (!values.get(i).isEmpty() && !header.names().get(i).isEmpty()) {
        fields.putIfAbsent(header.names().get(i), FieldValue.of(values.get(i)));
      }
    }
    return event.with(new IndexedFields(fields));
  }
}
