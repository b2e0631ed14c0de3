package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-1320, S-1321. */
class IndexTimeRulesTest {

  private static final String TRANSFORMS =
      """
      [to_sourcetype]
      REGEX = kind=(\\w+)
      DEST_KEY = MetaData:Sourcetype
      FORMAT = sourcetype::my:$1
      [to_host]
      REGEX = on (\\S+)(x)?
      DEST_KEY = MetaData:Host
      FORMAT = host::$1$2
      [to_source]
      SOURCE_KEY = MetaData:Source
      REGEX = ^source::/var/(.*)
      DEST_KEY = MetaData:Source
      FORMAT = $1
      [to_index]
      SOURCE_KEY = MetaData:Sourcetype
      REGEX = ^sourcetype::my:
      DEST_KEY = _MetaData:Index
      FORMAT = Mine
      [drop]
      REGEX = .
      DEST_KEY = queue
      FORMAT = nullQueue
      [keep]
      REGEX = keep
      DEST_KEY = queue
      FORMAT = indexQueue
      [rewrite]
      REGEX = (\\d+)
      DEST_KEY = _raw
      FORMAT = n=$1 was $0
      [far]
      REGEX = b
      LOOKAHEAD = 3
      DEST_KEY = MetaData:Host
      FORMAT = host::far
      [evil]
      REGEX = ^(a+)+$
      DEST_KEY = queue
      FORMAT = nullQueue
      [other]
      REGEX = x
      DEST_KEY = _TCP_ROUTING
      FORMAT = y
      [cloning]
      CLONE_SOURCETYPE = z
      [nothing]
      REGEX = x
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRANSFORMS-a = to_sourcetype            | kind=a  | kind=a Host1 /var/log/x.log my:a main",
        "TRANSFORMS-a = to_sourcetype, to_index  | kind=a  | kind=a Host1 /var/log/x.log my:a mine",
        "TRANSFORMS-b = to_sourcetype; TRANSFORMS-a = to_index | kind=a  | kind=a Host1"
            + " /var/log/x.log my:a main",
        "TRANSFORMS-a = to_host                  | on B    | on B B /var/log/x.log st main",
        "TRANSFORMS-a = to_source                | a       | a Host1 log/x.log st main",
        "TRANSFORMS-a = drop                     | a       | dropped",
        "TRANSFORMS-a = drop, keep               | a       | dropped",
        "TRANSFORMS-a = drop,keep                | keep    | keep Host1 /var/log/x.log st main",
        "TRANSFORMS-a = rewrite                  | a 5     | n=5 was a 5 Host1 /var/log/x.log st"
            + " main",
        "TRANSFORMS-a = far                      | aab     | aab far /var/log/x.log st main",
        "TRANSFORMS-a = far                      | aaab    | aaab Host1 /var/log/x.log st main",
        "SEDCMD-b = s/a/b/g; SEDCMD-a = y/x/a/   | xax     | bbb Host1 /var/log/x.log st main",
        "SEDCMD-b = s/kind/none/; TRANSFORMS-a = to_sourcetype | kind=a | none=a Host1"
            + " /var/log/x.log st main",
        "KV_MODE = none                          | a       | a Host1 /var/log/x.log st main"
      })
  void changeRecordsBeforeSearchesSeeThem(String settings, String text, String expected) {
    RawEvent event = rules(settings).apply(RawEvent.of(AddOns.ORIGIN, 7, text), message -> {});
    assertThat(event == null ? "dropped" : show(event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRANSFORMS-a = other   | DEST_KEY '_TCP_ROUTING' is not supported",
        "TRANSFORMS-a = cloning | CLONE_SOURCETYPE is not supported",
        "TRANSFORMS-a = nothing | transform 'nothing' has no DEST_KEY",
        "TRANSFORMS-a = absent  | there is no transform 'absent'",
        "SEDCMD-a = x/a/b/      | 'x/a/b/' is no sed script"
      })
  void whatCannotBeDoneIsToldAndLeftOut(String settings, String message) {
    assertThat(library(settings).rulesOf(AddOns.ORIGIN).problems())
        .singleElement()
        .asString()
        .contains(message);
    assertThat(rules(settings).isEmpty()).isTrue();
  }

  @Test
  void anExpressionThatIsTooMuchWorkDoesNotMatchAndIsTold() {
    List<String> told = new ArrayList<>();
    RawEvent event = RawEvent.of(AddOns.ORIGIN, 0, "a".repeat(4000) + "b");
    assertThat(rules("TRANSFORMS-a = evil").apply(event, told::add)).isSameAs(event);
    assertThat(told).hasSize(1);
  }

  @Test
  void aRecordThatIsNotWholeStaysAsItIs() {
    byte[] bytes = "keep".getBytes(StandardCharsets.UTF_8);
    RawEvent event =
        new RawEvent(AddOns.ORIGIN, 0, bytes, 0, 4, RawEvent.NO_TIME, Framing.TRUNCATED);
    assertThat(rules("TRANSFORMS-a = drop").apply(event, message -> {})).isSameAs(event);
  }

  private static AddOnLibrary library(String settings) {
    return AddOns.library("[st]\n" + settings.replace("; ", "\n") + "\n", TRANSFORMS, "", "");
  }

  private static IndexTimeRules rules(String settings) {
    return library(settings).rulesOf(AddOns.ORIGIN).indexTime();
  }

  private static String show(RawEvent event) {
    EventOrigin origin = event.origin();
    return String.join(
        " ", event.text(), origin.host(), origin.source(), origin.sourcetype(), origin.index());
  }
}
