package dev.highwater.engine.spec;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.plan.Place;
import dev.highwater.engine.plan.PlaceDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The places of a case: a table with the column {@code network}, the fields of {@code iplocation},
 * and {@code lang} where there are several languages.
 */
record SpecPlaces(List<Row> rows) implements PlaceDatabase {

  @Override
  public @Nullable Place place(byte[] address, List<String> languages) {
    String text =
        IntStream.range(0, address.length)
            .mapToObj(i -> Integer.toString(address[i] & 0xff))
            .collect(Collectors.joining("."));
    List<String> wanted = new ArrayList<>(languages);
    wanted.add("en");
    for (String language : wanted) {
      for (Row row : rows) {
        CidrBlock network = Objects.requireNonNull(CidrBlock.parse(text(row, "network")));
        boolean isSpoken = row.get("lang") == null || text(row, "lang").equals(language);
        if (isSpoken && network.contains(text)) {
          return place(row);
        }
      }
    }
    return null;
  }

  private static Place place(Row row) {
    return new Place(
        text(row, "City"),
        text(row, "Region"),
        text(row, "Country"),
        text(row, "Continent"),
        text(row, "MetroCode"),
        text(row, "Timezone"),
        number(row, "lat"),
        number(row, "lon"));
  }

  private static String text(Row row, String field) {
    FieldValue value = row.get(field);
    return value == null ? "" : value.text();
  }

  private static double number(Row row, String field) {
    FieldValue value = row.get(field);
    return value == null ? Double.NaN : value.number();
  }
}
