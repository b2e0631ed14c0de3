package dev.highwater.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The index finds what trying every row finds. Rules S-351, S-353. */
class LookupMatcherPropertyTest {

  private static final List<String> COLUMNS = List.of("plain", "first", "second");

  @Property
  void findsTheFirstMatchingRowsOfTheTable(
      @ForAll("tables") List<List<String>> cells,
      @ForAll("texts") List<String> values,
      @ForAll boolean isCaseSensitive,
      @ForAll @IntRange(min = 1, max = 3) int most) {
    LookupTable table =
        new LookupTable(COLUMNS, cells.stream().map(LookupMatcherPropertyTest::row).toList());
    LookupDefinition definition =
        new LookupDefinition(
            "t",
            List.of(),
            Map.of("first", MatchType.WILDCARD, "second", MatchType.WILDCARD),
            isCaseSensitive,
            most,
            0,
            null,
            false);
    List<Row> expected = new ArrayList<>();
    for (Row row : table.rows()) {
      if (expected.size() < most && matches(row, values, isCaseSensitive)) {
        expected.add(row);
      }
    }
    assertThat(new LookupMatcher(definition, table, COLUMNS).matches(values)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return texts("aA*").list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return texts("aA");
  }

  private static Arbitrary<List<String>> texts(String characters) {
    return Arbitraries.strings()
        .withChars(characters.toCharArray())
        .ofMaxLength(3)
        .list()
        .ofSize(COLUMNS.size());
  }

  private static Row row(List<String> cells) {
    Row row = new Row();
    for (int i = 0; i < cells.size(); i++) {
      row.set(COLUMNS.get(i), FieldValue.of(cells.get(i)));
    }
    return row;
  }

  private static boolean matches(Row row, List<String> values, boolean isCaseSensitive) {
    String plain = text(row, "plain");
    boolean isEqual =
        isCaseSensitive ? plain.equals(values.get(0)) : plain.equalsIgnoreCase(values.get(0));
    return isEqual
        && pattern(text(row, "first"), isCaseSensitive).matches(values.get(1))
        && pattern(text(row, "second"), isCaseSensitive).matches(values.get(2));
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNull(row.get(column)).text();
  }

  private static WildcardPattern pattern(String text, boolean isCaseSensitive) {
    return isCaseSensitive ? WildcardPattern.exact(text) : WildcardPattern.ignoringCase(text);
  }
}
