package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.Row;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows that the searches of a completed job left in a directory. */
public final class StoredRows implements AutoCloseable {

  private final FileChannel file;
  private final Map<String, List<RowRange>> ranges = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, List<String>> notes = new HashMap<>();
  private final Ledger ledger;

  /** Opens the files that {@link OutcomeFileSink#ofRows} wrote. */
  public StoredRows(Path directory) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(directory.resolve(RowFiles.INDEX))))) {
      for (int searches = in.readInt(); searches > 0; searches--) {
        ranges.put(FieldValueCodec.readText(in), readRanges(in));
      }
      for (int failed = in.readInt(); failed > 0; failed--) {
        failures.put(FieldValueCodec.readText(in), FieldValueCodec.readText(in));
      }
      for (int noted = in.readInt(); noted > 0; noted--) {
        notes.put(FieldValueCodec.readText(in), readTexts(in));
      }
      ledger = Ledger.read(in);
    }
    file = FileChannel.open(directory.resolve(RowFiles.ROWS), StandardOpenOption.READ);
  }

  private static List<RowRange> readRanges(DataInputStream in) throws IOException {
    List<RowRange> ranges = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      ranges.add(new RowRange(in.readLong(), in.readLong()));
    }
    return ranges;
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      texts.add(FieldValueCodec.readText(in));
    }
    return texts;
  }

  /** Gives the rows of a search in its order; none of a search that gave none. */
  public void forEach(String search, Consumer<Row> rows) throws IOException {
    for (RowRange range : ranges.getOrDefault(search, List.of())) {
      file.position(range.offset());
      // Not closed: that would close the file.
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
      for (long left = range.rows(); left > 0; left--) {
        rows.accept(FieldValueCodec.readRow(in));
      }
    }
  }

  /** Why the run of a search failed; empty when it did not. */
  public Optional<String> failure(String search) {
    return Optional.ofNullable(failures.get(search));
  }

  /** What the run of a search said about limits, in order. */
  public List<String> notes(String search) {
    return notes.getOrDefault(search, List.of());
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
