package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  private static final List<String> KNOWN =
      List.of("strptime", "strftime", "stats", "eventstats", "where", "mvmap", "lower", "len", "e");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "strptme, strptime",
        "STRFTIM, strftime",
        "stast, stats",
        "wehre, where",
        "mvmpa, mvmap",
        "lne, len",
        "xyz, -",
        "s, -",
        "E, e",
        "convert, -"
      })
  void findsTheNearestName(String word, String nearest) {
    assertThat(DidYouMean.nearest(word, KNOWN)).isEqualTo(nearest);
  }
}
