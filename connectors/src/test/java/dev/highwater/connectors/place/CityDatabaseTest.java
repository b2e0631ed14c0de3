package dev.highwater.connectors.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.match.IpAddress;
import dev.highwater.engine.plan.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityDatabaseTest {

  private static final Map<String, ?> LONDON =
      Map.of(
          "city", Map.of("names", Map.of("en", "London", "fr", "Londres")),
          "continent", Map.of("code", "EU", "names", Map.of("en", "Europe")),
          "country", Map.of("iso_code", "GB", "names", Map.of("en", "United Kingdom")),
          "location",
              Map.of("latitude", 51.5142, "longitude", -0.0931, "time_zone", "Europe/London"),
          "subdivisions",
              List.of(
                  Map.of("iso_code", "ENG", "names", Map.of("en", "England")),
                  Map.of("iso_code", "LND", "names", Map.of("en", "City of London"))));

  private static final Map<String, ?> SOMEWHERE =
      Map.of(
          "country", Map.of("iso_code", "US", "names", Map.of("en", "United States")),
          "location", Map.of("metro_code", 819));

  @TempDir private Path folder;

  @Test
  void saysWhereAddressesAre() throws IOException {
    assertThat(place("81.2.69.160"))
        .isEqualTo(
            new Place(
                "London",
                "England",
                "United Kingdom",
                "Europe",
                "",
                "Europe/London",
                51.5142,
                -0.0931));
    assertThat(place("2001:4860:4860::8888"))
        .isEqualTo(new Place("", "", "United States", "", "819", "", Double.NaN, Double.NaN));
  }

  @Test
  void doesNotKnowOtherAddresses() throws IOException {
    assertThat(place("81.2.70.1")).isNull();
    assertThat(place("10.0.0.1")).isNull();
    assertThat(place("::1")).isNull();
  }

  @Test
  void namesAreInTheFirstLanguageThatThereIs() throws IOException {
    assertThat(place("81.2.69.160", "xx", "fr"))
        .extracting(Place::city, Place::country)
        .containsExactly("Londres", "United Kingdom");
    assertThat(place("81.2.69.160", "code"))
        .extracting(Place::city, Place::region, Place::country, Place::continent)
        .containsExactly("London", "ENG", "GB", "EU");
  }

  @Test
  void staysOpenWhenTheFileIsDeleted() throws IOException {
    Path file = file();
    CityDatabase database = CityDatabase.open(file.toFile());
    Files.delete(file);
    assertThat(database.place(bytes("81.2.69.1"), List.of())).isNotNull();
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("x.mmdb"), "no database");
    assertThatThrownBy(() -> CityDatabase.open(file.toFile()))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is no database of MaxMind's form");
  }

  private @Nullable Place place(String address, String... languages) throws IOException {
    return CityDatabase.open(file().toFile()).place(bytes(address), List.of(languages));
  }

  private Path file() throws IOException {
    return new CityFile()
        .put(bytes("81.2.69.0"), 24, LONDON)
        .put(bytes("2001:4860::"), 32, SOMEWHERE)
        .write(folder.resolve("city.mmdb"));
  }

  private static byte[] bytes(String address) {
    return Objects.requireNonNull(IpAddress.parse(address));
  }
}
