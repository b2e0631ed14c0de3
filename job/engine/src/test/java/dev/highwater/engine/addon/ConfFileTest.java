package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule S-664. */
class ConfFileTest {

  @Test
  void readsStanzasSettingsAndComments() {
    assertThat(
            texts(
                """
                # a comment
                outside = 1

                [a b:c]
                key=  value = more  \s
                  indented = x # no comment
                empty =
                [second]
                """))
        .isEqualTo(
            "default{outside=1} a b:c{key=value = more,indented=x # no comment,empty=} second{}");
  }

  @Test
  void goesOnBehindABackslashAtTheEndOfALine() {
    assertThat(texts("[s]\nsearch = a \\\n  b\\\nc\nnext = \\d"))
        .isEqualTo("s{search=a \n  b\nc,next=\\d}");
  }

  @Test
  void theLastOfEqualSettingsHolds() {
    assertThat(texts("[s]\na = 1\nb = 2\n[t]\n[s]\na = 3")).isEqualTo("s{a=3,b=2} t{}");
  }

  @Test
  void everyCharacterKnowsItsPlace() {
    ConfStanza stanza = stanzas("[s]\nsearch = a \\\n  b").get("s");
    ConfSetting search = Objects.requireNonNull(stanza).settings().get("search");
    Location place = Objects.requireNonNull(search).source().locate(search.value().indexOf('b'));
    assertThat(place.display()).isEqualTo("t.conf:3:3");
  }

  @Test
  void saysWhereALineIsNoSetting() {
    assertThatThrownBy(() -> stanzas("[s]\nno setting\n"))
        .isInstanceOf(SplException.class)
        .hasMessageStartingWith("t.conf:2:1: expected [stanza], key = value or # comment");
  }

  private static Map<String, ConfStanza> stanzas(String text) {
    return ConfFile.parse("t.conf", text);
  }

  private static String texts(String text) {
    return stanzas(text).values().stream()
        .map(
            stanza ->
                stanza.settings().values().stream()
                    .map(setting -> setting.key() + "=" + setting.value())
                    .collect(Collectors.joining(",", stanza.name() + "{", "}")))
        .collect(Collectors.joining(" "));
  }
}
