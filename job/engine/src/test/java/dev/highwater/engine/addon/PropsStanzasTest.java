package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S-660, S-661, S-1302: which stanzas are for an event, and which of them hold. */
class PropsStanzasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "source::/var/log/x.log#/var/log/x.log#true",
        "source::/var/log/x.log#/var/log/xylog#false",
        "source::/var/log/X.log#/var/log/x.log#false",
        "source::/var/log/*.log#/var/log/x.log#true",
        "source::/var/log/*.log#/var/log/a/x.log#false",
        "source::...*.log#/var/log/a/x.log#true",
        "source::...x.log#/var/log/x.log.1#false",
        "source::.../(x|y).log#/a/y.log#true",
        "source::WinEventLog:Security|WinEventLog:System#WinEventLog:System#true",
        "source::C:\\\\logs\\\\*.txt#C:\\logs\\a.txt#true",
        "source::a(b#a(b#true",
        "host::WEB*#web-1#true",
        "host::web*#db-1#false",
        "(?::){0}st*#st:x/y#true",
        "st*#st:x/y#false",
        "st:x/y#st:x/y#true"
      })
  void aStanzaIsForTheEventsThatItsNameFits(String stanza, String value, boolean isMeant) {
    EventOrigin origin = new EventOrigin("in", value, value, value, "main");

    assertThat(holding("[" + stanza + "]\na = 1\n", origin)).isEqualTo(isMeant ? stanza : "");
  }

  @Test
  void amongPatternsOfAKindTheLowerNameHoldsAndALiteralHoldsOverAll() {
    String props =
        """
        [source::/b]
        [source::...b...]
        [source::.../b]
        [source::.../a]
        """;
    assertThat(holding(props, new EventOrigin("in", "h", "/b", "st", "main")))
        .isEqualTo("source::...b... < source::.../b < source::/b");
  }

  @Test
  void priorityDecidesWithinAKindOnly() {
    String props =
        """
        [source::...a...]
        priority = 5
        [source::...b...]
        priority = 10
        [source::/ab]
        priority = 1
        [st]
        priority = 1000
        [(?::){0}s*]
        """;
    assertThat(holding(props, new EventOrigin("in", "h", "/ab", "st", "main")))
        .isEqualTo("(?::){0}s* < st < source::/ab < source::...a... < source::...b...");
  }

  @Test
  void aPatternMayRenameSourcetypes() {
    AddOnLibrary library =
        AddOns.props(
            """
            [(?::){0}X:*]
            rename = x
            TIME_PREFIX = at=
            EVAL-a = "old"
            [x]
            EVAL-a = "new"
            """);
    EventOrigin origin = new EventOrigin("in", "h", "s", "X:y/z", "main");

    assertThat(library.searchOrigin(origin).sourcetype()).isEqualTo("x");
    assertThat(library.rulesOf(origin).calculation("a"))
        .extracting(calculation -> calculation.setting().place())
        .isEqualTo("props.conf:6 [x] EVAL-a");
  }

  /** The names of the stanzas that are for the origin, the ones that hold last. */
  private static String holding(String props, EventOrigin origin) {
    PropsStanzas stanzas = new PropsStanzas(ConfFile.parse("props.conf", props).values());
    List<ConfStanza> found = stanzas.of(origin, origin.sourcetype());
    return found.stream().map(ConfStanza::name).collect(Collectors.joining(" < "));
  }
}
