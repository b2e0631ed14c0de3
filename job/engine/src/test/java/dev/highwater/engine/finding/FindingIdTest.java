package dev.highwater.engine.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rule S-915. */
class FindingIdTest {

  private static final SearchWindow WINDOW = new SearchWindow(3_600_000, 0, 3_000_000);

  @Test
  void isThirtyTwoHexDigitsThatNeverChange() {
    assertThat(id(List.of("dest"), row("dest", "a", "count", "1")))
        .isEqualTo("99bd784ba3f250143ed58cbe01aebfea")
        .matches("[0-9a-f]{32}");
  }

  @Test
  void dependsOnTheByValuesOnlyWhereTheRowHasThem() {
    String id = id(List.of("dest"), row("dest", "a", "count", "1"));

    assertThat(id(List.of("dest"), row("count", "2", "dest", "a"))).isEqualTo(id);
    assertThat(id(List.of("dest"), row("dest", "b", "count", "1"))).isNotEqualTo(id);
    assertThat(id(List.of("dest", "user"), row("dest", "a", "count", "1")))
        .isEqualTo(id(List.of(), row("count", "1", "dest", "a")))
        .isNotEqualTo(id(List.of(), row("count", "2", "dest", "a")));
  }

  @Test
  void aNumberCountsAsTheTextThatSpellsIt() {
    assertThat(id(List.of("n"), new Row().set("n", FieldValue.of(7))))
        .isEqualTo(id(List.of("n"), row("n", "7")));
  }

  @Test
  void theScheduledTimeDoesNotCount() {
    Row row = row("dest", "a");
    assertThat(FindingId.of("d", 1, new SearchWindow(9, 0, 3_000_000), List.of("dest"), row, 0))
        .isEqualTo(FindingId.of("d", 1, WINDOW, List.of("dest"), row, 0));
  }

  @Test
  void tellsTuplesApartThatLookAlikeWhenJoined() {
    String id = id(List.of("a", "b"), row("a", "x", "b", "yz"));

    assertThat(id(List.of("a", "b"), row("a", "xy", "b", "z"))).isNotEqualTo(id);
    assertThat(id(List.of("a"), multivalue("x", "y")))
        .isNotEqualTo(id(List.of("a"), row("a", "x\ny")));
  }

  @Test
  void dependsOnDetectionVersionWindowAndOrdinal() {
    Row row = row("dest", "a");
    List<String> by = List.of("dest");
    String id = FindingId.of("d", 1, WINDOW, by, row, 0);

    assertThat(FindingId.of("e", 1, WINDOW, by, row, 0)).isNotEqualTo(id);
    assertThat(FindingId.of("d", 2, WINDOW, by, row, 0)).isNotEqualTo(id);
    assertThat(FindingId.of("d", 1, new SearchWindow(0, 1, 2), by, row, 0)).isNotEqualTo(id);
    assertThat(FindingId.of("d", 1, WINDOW, by, row, 1)).isNotEqualTo(id);
  }

  private static String id(List<String> by, Row row) {
    return FindingId.of("c7495048", 3, WINDOW, by, row, 0);
  }

  private static Row multivalue(String... values) {
    List<FieldValue> members = List.of(values).stream().map(FieldValue::of).toList();
    return new Row().set("a", Objects.requireNonNull(MultiValue.of(members)));
  }

  private static Row row(String... namesAndValues) {
    Row row = new Row();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.set(namesAndValues[i], FieldValue.of(namesAndValues[i + 1]));
    }
    return row;
  }
}
