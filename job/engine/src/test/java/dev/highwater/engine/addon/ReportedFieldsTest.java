package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What REPORT and KV_MODE take from events. */
class ReportedFieldsTest {

  /** S-655: names become such that need no quotes, unless CLEAN_KEYS says otherwise. */
  @Test
  void namesOfPairsAreCleaned() {
    String transforms =
        """
        [clean]
        REGEX = <([^>]+)>(\\w*)
        FORMAT = $1::$2
        [raw]
        REGEX = \\{([^}]+)\\}(\\w*)
        FORMAT = $1::$2
        CLEAN_KEYS = false
        """;
    AddOnLibrary library = AddOns.library("[st]\nREPORT-r = clean, raw\n", transforms, "", "");
    EventFields fields = AddOns.at(library, "<a b-c>1<_1x>2{d e}3");
    assertThat(AddOns.show(fields, "a_b_c", "x", "d e", "d_e"))
        .isEqualTo("a_b_c=1 x=2 d e=3 d_e=NULL");
    assertThat(fields.names()).contains("a_b_c", "x", "d e").doesNotContain("a b-c");
  }

  /** S-655, S-1221. */
  @Test
  void aFormatPutsNamesAndValuesTogether() {
    String transforms =
        """
        [turned]
        REGEX = (\\w+)<-(\\w+)
        FORMAT = old_$2::$1
        [joined]
        REGEX = (\\d+)-(\\d+)
        FORMAT = span::"$1 to $2" from::$1 kind::number
        [many]
        REGEX = user=(\\w+)
        FORMAT = user::$1
        MV_ADD = true
        [named]
        REGEX = id=(?<id>\\d+)
        MV_ADD = 1
        """;
    AddOnLibrary library =
        AddOns.library(
            "[st]\nKV_MODE = none\nREPORT-r = turned, joined, many, named\n", transforms, "", "");
    EventFields fields = AddOns.at(library, "x<-a y<-b 3-5 user=u user=v id=1 id=2");
    assertThat(shown(fields, "old_a", "old_b", "span", "from", "kind", "user", "id"))
        .isEqualTo("old_a=x old_b=y span=3 to 5 from=3 kind=number user=u|v id=1|2");
  }

  /** S-655, S-1221. */
  @Test
  void delimitersSeparateValuesOrPairs() {
    String transforms =
        """
        [columns]
        DELIMS = ","
        FIELDS = "first", second, "third one"
        [pairs]
        SOURCE_KEY = third one
        DELIMS = "|;", "=:"
        """;
    AddOnLibrary library =
        AddOns.library("[st]\nKV_MODE = none\nREPORT-r = columns, pairs\n", transforms, "", "");
    EventFields fields = AddOns.at(library, "1,\"2,2\",a=b|c:\"d|e\";f=");
    assertThat(AddOns.show(fields, "first", "second", "third one", "a", "c", "f"))
        .isEqualTo("first=1 second=2,2 third one=a=b|c:\"d|e\";f= a=b c=d|e f=NULL");
    assertThat(AddOns.show(AddOns.at(library, ",x"), "first", "second", "third one"))
        .isEqualTo("first=NULL second=x third one=NULL");
  }

  /** S-656, S-1220. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "auto#k=v, n=\"a b\" k=w#k=v n=a b x.y=NULL l{}=NULL",
        "auto#{\"k\":\"v\",\"n\":null,\"x\":{\"y\":1},\"l\":[\"a\",true]}#k=v n=null x.y=1"
            + " l{}=a|true",
        "json#k=v#k=NULL n=NULL x.y=NULL l{}=NULL",
        "json#{\"k\":\"a\\\"b\",\"l\":[1,2]}#k=a\"b n=NULL x.y=NULL l{}=1|2",
        "xml#<x><y>1</y><y>2</y></x>#k=NULL n=NULL x.y=1|2 l{}=NULL",
        "none#k=v#k=NULL n=NULL x.y=NULL l{}=NULL",
        "auto_escaped#k=\"a\\\"b\" n=c#k=a\"b n=c x.y=NULL l{}=NULL"
      })
  void fieldsThatEventsNameThemselves(String mode, String event, String fields) {
    AddOnLibrary library = AddOns.props("[st]\nKV_MODE = " + mode + "\n");
    assertThat(shown(AddOns.at(library, event), "k", "n", "x.y", "l{}")).isEqualTo(fields);
  }

  /** S-1220. */
  @Test
  void whatBeginsWithATimeInBracketsIsNoJson() {
    EventFields fields = AddOns.at(AddOns.props("[st]\n"), "[19/Aug/2024:19:41:22] USER=a\tIP=b");
    assertThat(AddOns.show(fields, "USER", "IP")).isEqualTo("USER=a IP=b");
  }

  /** S-656: the audit daemon of Linux puts one between what it was told and what it looked up. */
  @Test
  void aControlCharacterEndsAValueWithoutQuotes() {
    EventFields fields = AddOns.at(AddOns.props("[st]\n"), "key=(null)\u001dARCH=x86_64 UID=\"r\"");
    assertThat(AddOns.show(fields, "key", "ARCH", "UID")).isEqualTo("key=(null) ARCH=x86_64 UID=r");
  }

  /** S-656. */
  @Test
  void blanksAroundValuesGoUnlessTheyAreKept() {
    String event = "a=\" x  y \" b=\"  \"";
    assertThat(AddOns.show(AddOns.at(AddOns.props("[st]\n"), event), "a", "b"))
        .isEqualTo("a=x  y b=NULL");
    assertThat(AddOns.show(AddOns.at(AddOns.props("[st]\nKV_TRIM_SPACES = false\n"), event), "a"))
        .isEqualTo("a= x  y ");
  }

  /** S-656, S-1220. */
  @Test
  void jsonIsLeftAloneWhereNobodyWantsIt() {
    AddOnLibrary library = AddOns.props("[st]\nAUTO_KV_JSON = false\n");
    assertThat(AddOns.show(AddOns.at(library, "{\"a\":1} b=2"), "a", "b")).isEqualTo("a=NULL b=2");
  }

  /** S-656: what was extracted already stays; a source without settings has its pairs, too. */
  @Test
  void automaticFieldsComeLast() {
    AddOnLibrary library = AddOns.props("[st]\nEXTRACT-a = ^(?<a>\\w+)\nEVAL-b = a\n");
    assertThat(AddOns.show(AddOns.at(library, "x a=1 b=2 c=3"), "a", "b", "c"))
        .isEqualTo("a=x b=x c=3");
    assertThat(AddOns.show(AddOns.at(AddOns.props("[other]\n"), "a=1"), "a")).isEqualTo("a=1");
  }

  /** A literal that a JSON text may spell otherwise is no reason to leave the event out. */
  @Test
  void literalsAreLookedForWithEscapesInMind() {
    AddOnLibrary library = AddOns.props("[st]\nKV_MODE = json\n");
    assertThat(AddOns.at(library, "{}").rules().literalsInRaw("a", "x"))
        .contains(Set.of("x", "\\u00"));
    assertThat(AddOns.at(library, "{}").rules().literalsInRaw("a", "system32/x"))
        .contains(Set.of("system32/x", "\\"));
  }

  private static String shown(EventFields fields, String... names) {
    return AddOns.show(fields, names).replace('\n', '|');
  }
}
