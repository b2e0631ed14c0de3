package dev.highwater.connectors.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRowsTest {

  private static final SearchWindow WINDOW = new SearchWindow(1, 0, SearchWindow.UNBOUNDED);

  @TempDir private Path directory;

  @Test
  void keepsTheRowsOfEachSearchInTheirOrder() throws IOException {
    List<Row> first = List.of(row("b"), row("a"), row("a"), row("c"));
    List<Row> second = List.of(row("z"), row("y"));
    write(
        found("1", first.get(0)),
        found("1", first.get(1)),
        found("2", second.get(0)),
        found("1", first.get(2)),
        found("2", second.get(1)),
        found("1", first.get(3)));

    try (StoredRows stored = new StoredRows(directory)) {
      assertThat(rows(stored, "1")).isEqualTo(first);
      assertThat(rows(stored, "2")).isEqualTo(second);
      assertThat(rows(stored, "1")).as("read once more").isEqualTo(first);
      assertThat(rows(stored, "3")).isEmpty();
    }
  }

  @Test
  void keepsKindsOfValuesAndTheOrderOfFields() throws IOException {
    Row row =
        new Row()
            .set("z", FieldValue.of(1.5))
            .set("a", MultiValue.of(List.of(FieldValue.of("1"), FieldValue.of(1))));
    write(found("1", row));

    try (StoredRows stored = new StoredRows(directory)) {
      assertThat(rows(stored, "1")).containsExactly(row);
      assertThat(rows(stored, "1").get(0).names()).containsExactly("z", "a");
    }
  }

  @Test
  void tellsWhatFailedWhatWasNotedAndWhatWasCounted() throws IOException {
    Ledger ledger = new Ledger();
    ledger.add(Ledger.INPUT, Counter.READ, 3);
    write(
        new Outcome.Failed("1", WINDOW, "first"),
        new Outcome.Counted(ledger),
        new Outcome.Failed("1", WINDOW, "second"),
        new Outcome.Noted("2", WINDOW, "b"),
        new Outcome.Noted("2", WINDOW, "a"),
        new Outcome.Counted(ledger));

    try (StoredRows stored = new StoredRows(directory)) {
      assertThat(stored.failure("1")).contains("first");
      assertThat(stored.failure("2")).isEmpty();
      assertThat(stored.notes("1")).isEmpty();
      assertThat(stored.notes("2")).containsExactly("b", "a");
      assertThat(stored.ledger().count(Ledger.INPUT, Counter.READ)).isEqualTo(6);
    }
  }

  private void write(Outcome... outcomes) throws IOException {
    try (RowFiles files = new RowFiles(directory)) {
      for (Outcome outcome : outcomes) {
        files.add(outcome);
      }
      files.complete();
    }
  }

  private static List<Row> rows(StoredRows stored, String search) throws IOException {
    List<Row> rows = new ArrayList<>();
    stored.forEach(search, rows::add);
    return rows;
  }

  private static Row row(String value) {
    return new Row().set("x", FieldValue.of(value));
  }

  private static Outcome found(String search, Row row) {
    return new Outcome.Found(
        new Finding("f", Finding.Status.FINAL, 0, "s", search, 1, "t", WINDOW, row));
  }
}
