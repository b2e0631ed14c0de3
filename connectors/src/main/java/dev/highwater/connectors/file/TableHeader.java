package dev.highwater.connectors.file;

import dev.highwater.engine.addon.TableDialect;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table before its rows are read (S-1316).
 *
 * @param names of the columns, in order; one that is empty has no field
 * @param rowsFrom offset of the first row behind the names
 */
record TableHeader(List<String> names, char delimiter, long rowsFrom) implements Serializable {

  TableHeader {
    names = List.copyOf(names);
  }

  /**
   * Reads the names of a table, and nothing behind them.
   *
   * @return null when the input has none
   */
  static @Nullable TableHeader read(ByteInput input, TableDialect dialect) throws IOException {
    return read(input, dialect, FramingLimits.DEFAULT);
  }

  static @Nullable TableHeader read(ByteInput input, TableDialect dialect, FramingLimits limits)
      throws IOException {
    char delimiter = dialect.delimiter();
    if (!dialect.names().isEmpty() && dialect.headerLine() == 0) {
      return new TableHeader(dialect.names(), delimiter, 0);
    }
    ScannedChunks rows =
        new ScannedChunks(input, ByteRange.whole(), limits, new TableScanner(delimiter));
    int line = 0;
    for (RecordChunk chunk = rows.next(); chunk != null; chunk = rows.next()) {
      while (chunk.next()) {
        line++;
        if (line >= dialect.headerLine()) {
          List<String> names = TableRow.values(text(chunk), delimiter);
          return new TableHeader(
              dialect.names().isEmpty() ? names : dialect.names(), delimiter, chunk.nextOffset());
        }
      }
    }
    return null;
  }

  private static String text(RecordChunk row) {
    String text = new String(row.bytes(), row.start(), row.length(), StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
