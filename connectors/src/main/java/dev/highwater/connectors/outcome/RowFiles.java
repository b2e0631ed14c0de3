package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.Row;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of each search in the order in which they come, in one file; a second one says where
 * they are, which runs failed, what runs noted, and what was counted. {@link StoredRows} reads
 * both.
 */
final class RowFiles implements OutcomeStore {

  static final String ROWS = "rows";
  static final String INDEX = "index";

  private final Path directory;
  private final OutputStream file;
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final Map<String, List<RowRange>> ranges = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final Map<String, List<String>> notes = new LinkedHashMap<>();
  private final Ledger ledger = new Ledger();
  private String last = "";
  private long end;

  /** Opens the files, empty; the directory has to be there. */
  RowFiles(Path directory) throws IOException {
    this.directory = directory;
    this.file = new BufferedOutputStream(Files.newOutputStream(directory.resolve(ROWS)));
  }

  @Override
  public void add(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Found found) {
      add(found.finding().detectionId(), found.finding().row());
    } else if (outcome instanceof Outcome.Failed run) {
      failures.putIfAbsent(run.detection(), run.reason());
    } else if (outcome instanceof Outcome.Noted note) {
      notes.computeIfAbsent(note.detection(), id -> new ArrayList<>()).add(note.message());
    } else if (outcome instanceof Outcome.Counted counted) {
      ledger.addAll(counted.ledger());
    }
  }

  private void add(String search, Row added) throws IOException {
    List<RowRange> ofSearch = ranges.computeIfAbsent(search, id -> new ArrayList<>());
    if (search.equals(last)) {
      RowRange range = ofSearch.remove(ofSearch.size() - 1);
      ofSearch.add(new RowRange(range.offset(), range.rows() + 1));
    } else {
      ofSearch.add(new RowRange(end, 1));
      last = search;
    }
    row.reset();
    FieldValueCodec.writeRow(new DataOutputStream(row), added);
    row.writeTo(file);
    end += row.size();
  }

  @Override
  public void release(long untilMillis) {}

  @Override
  public void complete() throws IOException {
    file.flush();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(directory.resolve(INDEX))))) {
      out.writeInt(ranges.size());
      for (Map.Entry<String, List<RowRange>> search : ranges.entrySet()) {
        FieldValueCodec.writeText(out, search.getKey());
        out.writeInt(search.getValue().size());
        for (RowRange range : search.getValue()) {
          out.writeLong(range.offset());
          out.writeLong(range.rows());
        }
      }
      out.writeInt(failures.size());
      for (Map.Entry<String, String> failure : failures.entrySet()) {
        FieldValueCodec.writeText(out, failure.getKey());
        FieldValueCodec.writeText(out, failure.getValue());
      }
      out.writeInt(notes.size());
      for (Map.Entry<String, List<String>> noted : notes.entrySet()) {
        FieldValueCodec.writeText(out, noted.getKey());
        out.writeInt(noted.getValue().size());
        for (String note : noted.getValue()) {
          FieldValueCodec.writeText(out, note);
        }
      }
      ledger.write(out);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
