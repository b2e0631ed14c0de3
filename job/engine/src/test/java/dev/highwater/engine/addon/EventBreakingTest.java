package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-657, S-1310, S-1311, S-1312, S-1313, S-1314. In the texts {@code ~} is a line feed. */
class EventBreakingTest {

  private static final String XML =
      "LINE_BREAKER = ([\\r\\n]+)<Event\\sxmlns; SHOULD_LINEMERGE = 0";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINE_BREAKER = ([\\r"
            + "\\n"
            + "]+)<Event\\sxmlns; SHOULD_LINEMERGE = 0 | <Event xmlns='a'>~<x>~~<Event xmlns='b'>~"
            + " | <Event xmlns='a'>~<x>+<Event xmlns='b'>~",
        "LINE_BREAKER = \\}(\\s*)\\{; SHOULD_LINEMERGE = false | {a} {b}{c}~{d} | {a}+{b}+{c}+{d}",
        "LINE_BREAKER = ([\\r\\n]+(?:#[^\\n]*\\n)*) | a~#x~#y~b~c | a+b+c",
        "LINE_BREAKER = ([\\r\\n]+)?(?=<E) | <E~<E<E | <E+<E<E",
        "LINE_BREAKER = (;)       | a;b;;c      | a+b++c",
        "LINE_BREAKER = (?=a)()   | abab        | ab+ab",
        "LINE_BREAKER = é(-)      | xé-y-z      | xé+y-z",
        "BREAK_ONLY_BEFORE = ^\\d   | 1 a~b~~2 c~d~ | 1 a~b+2 c~d~",
        "BREAK_ONLY_BEFORE = ^\\d   | a~1 b       | a+1 b",
        "SHOULD_LINEMERGE = true  | 2026-03-01 00:00:00 a~b~2026-03-01 00:00:01 c | 2026-03-01"
            + " 00:00:00 a~b+2026-03-01 00:00:01 c",
        "SHOULD_LINEMERGE = true  | 03/01/2026 12:10:20 AM~LogName=Security~~Message=x~03/01/2026"
            + " 12:10:21 AM~LogName=y | 03/01/2026 12:10:20"
            + " AM~LogName=Security~~Message=x+03/01/2026 12:10:21 AM~LogName=y",
        "SHOULD_LINEMERGE = true; TIME_PREFIX = ^; TIME_FORMAT = %F | 2026-03-01 a~03/01/2026"
            + " 12:10:20 AM~2026-03-02 | 2026-03-01 a~03/01/2026 12:10:20 AM+2026-03-02",
        "SHOULD_LINEMERGE = true; BREAK_ONLY_BEFORE_DATE = false | a~2026-03-01 00:00:01 b |"
            + " a~2026-03-01 00:00:01 b",
        "BREAK_ONLY_BEFORE = ^x   | a~2026-03-01 00:00:01~x b | a~2026-03-01 00:00:01+x b",
        "BREAK_ONLY_BEFORE = ^x; BREAK_ONLY_BEFORE_DATE = true | a~2026-03-01 00:00:01~x b |"
            + " a+2026-03-01 00:00:01+x b",
        "MUST_BREAK_AFTER = ;$    | a~b;~c~d;~e | a~b;+c~d;+e",
        "MUST_NOT_BREAK_BEFORE = ^x2; BREAK_ONLY_BEFORE = ^x | x1~x2~x3 | x1~x2+x3",
        "MUST_NOT_BREAK_AFTER = <; MUST_BREAK_AFTER = >; BREAK_ONLY_BEFORE = ^x | x<~x~x>~x~x |"
            + " x<~x~x>+x+x",
        "SHOULD_LINEMERGE = true; MAX_EVENTS = 2 | a~b~c~d~e | a~b+c~d+e",
        "LINE_BREAKER = (;); BREAK_ONLY_BEFORE = ^1 | 1a;b;1c;d | 1a;b+1c;d"
      })
  void breaks(String settings, String text, String expected) {
    assertThat(events(settings, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHOULD_LINEMERGE = false",
        "LINE_BREAKER = ([\\r\\n]+)",
        "TIME_FORMAT = %F",
        "SHOULD_LINEMERGE = false; BREAK_ONLY_BEFORE = ^x",
        "LINE_BREAKER ="
      })
  void everyLineIsAnEventUnlessTheSourcetypeSaysOtherwise(String settings) {
    assertThat(library(settings).formatOf(AddOns.ORIGIN).breaking()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        XML + " | true",
        "LINE_BREAKER = (\\r?\\n)(?=\\d) | true",
        "'LINE_BREAKER = ([\\r\\n]+)(?:a|[|]b)' | true",
        "'LINE_BREAKER = ([\\r\\n]+)a|b' | false",
        "LINE_BREAKER = ([\\r\\n]+)?(?=<E) | false",
        "LINE_BREAKER = ([\\r\\n]*)x | false",
        "LINE_BREAKER = ([\\r\\n]+(?:#[^\\n]*\\n)*) | false",
        "SHOULD_LINEMERGE = true | true",
        "BREAK_ONLY_BEFORE = ^x | true",
        "LINE_BREAKER = (\\r?\\n)(?<=x\\n)y | false",
        "'LINE_BREAKER = ([\\r\\n]+)|(;)' | false",
        "LINE_BREAKER = \\}(\\s*)\\{ | false",
        "MUST_BREAK_AFTER = ;$ | false",
        "SHOULD_LINEMERGE = true; MAX_EVENTS = 2 | false"
      })
  void saysWhetherReadingMayBeginAnywhere(String settings, boolean expected) {
    assertThat(breaking(settings).isLocal()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINE_BREAKER = \\n+ | a LINE_BREAKER needs a group",
        "SHOULD_LINEMERGE = false; BREAK_ONLY_BEFORE = x; MAX_EVENTS = all; LINE_BREAKER = (x | bad"
            + " regular expression",
        "INDEXED_EXTRACTIONS = csv; FIELD_DELIMITER = ab | expected one character"
      })
  void whatCannotBeUsedIsToldAndCountsAsNotSaid(String settings, String message) {
    assertThat(library(settings).rulesOf(AddOns.ORIGIN).problems())
        .singleElement()
        .asString()
        .contains(message);
    assertThat(library(settings).formatOf(AddOns.ORIGIN).breaking()).isNull();
  }

  /** Rule S-1316. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "INDEXED_EXTRACTIONS = csv ! , 0 []",
        "INDEXED_EXTRACTIONS = PSV; HEADER_FIELD_LINE_NUMBER = 3 ! | 3 []",
        "INDEXED_EXTRACTIONS = csv; FIELD_DELIMITER = space; FIELD_NAMES = a, b ! 0 [a, b]",
        "INDEXED_EXTRACTIONS = json ! none",
        "KV_MODE = json ! none"
      })
  void saysWhetherLinesAreRowsOfATable(String settings, String expected) {
    TableDialect table = library(settings).formatOf(AddOns.ORIGIN).table();
    String shown =
        table == null ? "none" : table.delimiter() + " " + table.headerLine() + " " + table.names();
    assertThat(shown.strip()).isEqualTo(expected);
  }

  @Test
  void aBreakerThatIsTooMuchWorkBreaksNowhere() {
    String text = "\n" + "a".repeat(20_000) + "\n";
    assertThat(events("LINE_BREAKER = ([\\r\\n]+)(a+)+b", text)).isEqualTo(text.replace('\n', '~'));
  }

  @Test
  void waitsForTheBytesThatDecide() {
    EventBreaker breaker = breaking(XML).breaker();
    byte[] bytes = "a\n<Event xmlns".getBytes(StandardCharsets.UTF_8);
    for (int to = 0; to < bytes.length; to++) {
      assertThat(breaker.find(bytes, 0, to, false)).as("%d bytes", to).isFalse();
    }
    assertThat(breaker.find(bytes, 0, bytes.length, false)).isTrue();
    assertThat(breaker.start()).isEqualTo(1);
    assertThat(breaker.end()).isEqualTo(2);
  }

  private static AddOnLibrary library(String settings) {
    return AddOns.props("[st]\n" + settings.replaceAll("; *(?=[A-Z_]+ =)", "\n") + "\n");
  }

  private static EventBreaking breaking(String settings) {
    return Objects.requireNonNull(library(settings).formatOf(AddOns.ORIGIN).breaking());
  }

  private static String events(String settings, String text) {
    byte[] bytes = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
    EventBreaker breaker = breaking(settings).breaker();
    List<String> events = new ArrayList<>();
    int at = 0;
    while (breaker.find(bytes, at, bytes.length, true)) {
      events.add(new String(bytes, at, breaker.start() - at, StandardCharsets.UTF_8));
      at = breaker.end();
    }
    events.add(new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8));
    return String.join("+", events).replace('\n', '~');
  }
}
