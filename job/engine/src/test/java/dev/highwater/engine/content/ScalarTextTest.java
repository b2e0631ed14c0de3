package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScalarTextTest {

  @Test
  void mapsAPlainScalarOverSeveralLines() {
    SplSource search = search("search: index=a\n   host=b\n\n   | stats count\nname: x\n");

    assertThat(search.text()).isEqualTo("index=a host=b\n| stats count");
    assertThat(place(search, "host")).isEqualTo("2:4");
    assertThat(place(search, "stats")).isEqualTo("4:6");
  }

  @Test
  void mapsASingleQuotedScalarWithEscapedQuotes() {
    SplSource search = search("search: '| eval a=''b''\n  | where ''x''=\"y\"'\n");

    assertThat(search.text()).isEqualTo("| eval a='b' | where 'x'=\"y\"");
    assertThat(place(search, "'b'")).isEqualTo("1:19");
    assertThat(place(search, "where")).isEqualTo("2:5");
    assertThat(place(search, "\"y\"")).isEqualTo("2:17");
  }

  @Test
  void mapsADoubleQuotedScalarWithEscapes() {
    SplSource search =
        search("search: \"a=\\\"b\\\" \\u00e9\\x41\\U0001F600\\tc \\\n   next\\\\ 'q'\"\n");

    assertThat(search.text()).isEqualTo("a=\"b\" éA\uD83D\uDE00\tc next\\ 'q'");
    assertThat(place(search, "b\"")).isEqualTo("1:14");
    assertThat(place(search, "A")).isEqualTo("1:24");
    assertThat(place(search, "c next")).isEqualTo("1:40");
    assertThat(place(search, "next")).isEqualTo("2:4");
    assertThat(place(search, "'q'")).isEqualTo("2:11");
  }

  @Test
  void mapsALiteralBlock() {
    SplSource search = search("search: |\n    index=a\n      | deeper\n\n    | stats\nname: x\n");

    assertThat(search.text()).isEqualTo("index=a\n  | deeper\n\n| stats\n");
    assertThat(place(search, "deeper")).isEqualTo("3:9");
    assertThat(place(search, "stats")).isEqualTo("5:7");
  }

  @Test
  void mapsAFoldedBlockWithChomping() {
    SplSource stripped = search("search: >-\n  index=a\n  host=b\n\n  | stats\n\n\nname: x\n");
    SplSource kept = search("search: >+ # all of it\n  index=a\n   more\n  | stats\n\nname: x\n");

    assertThat(stripped.text()).isEqualTo("index=a host=b\n| stats");
    assertThat(place(stripped, "host")).isEqualTo("3:3");
    assertThat(place(stripped, "stats")).isEqualTo("5:5");
    assertThat(kept.text()).isEqualTo("index=a\n more\n| stats\n\n");
    assertThat(place(kept, "more")).isEqualTo("3:4");
  }

  @Test
  void mapsABlockThatStatesItsIndentation() {
    SplSource search = search("search: |2\n    index=a\n  | stats\n");

    assertThat(search.text()).isEqualTo("  index=a\n| stats\n");
    assertThat(place(search, "stats")).isEqualTo("3:5");
  }

  @Test
  void countsColumnsBehindCharactersOutsideOfTheBasicPlaneAndCarriageReturns() {
    SplSource search = search("name: \uD83D\uDE00\r\nsearch: |\r\n  a\r\n  | b\r\n");

    assertThat(search.text()).isEqualTo("a\n| b\n");
    assertThat(place(search, "b")).isEqualTo("4:5");
  }

  @Test
  void anEmptyTextStandsAtItsQuotes() {
    assertThat(search("search: ''\n").locate(0).column()).isEqualTo(10);
  }

  private static SplSource search(String yaml) {
    YamlFile file = YamlFile.parse("a.yml", yaml);
    SplSource source = Objects.requireNonNull(file.root()).source("search");
    assertThat(file.problems()).isEmpty();
    return source;
  }

  private static String place(SplSource source, String word) {
    Location location = source.locate(source.text().indexOf(word));
    return location.line() + ":" + location.column();
  }
}
