package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.RawEvent;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S-1323: events that an attacker writes take neither all memory nor all time. */
@Timeout(60)
class HostileEventsTest {

  private static final int LEVELS = 100_000;

  private static final String LAUGHS =
      """
      <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY x SYSTEM "file:///etc/hostname">]>
      <r><k>v</k><laugh>&d;</laugh><file>&x;</file></r>
      """;

  @ParameterizedTest
  @ValueSource(strings = {"json", "auto", "xml", "auto_escaped"})
  void deepNestingIsBounded(String mode) {
    String json = "{\"k\":\"v\",\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS);
    assertThat(names(mode, json).size()).isLessThan(5000);
    String array = "[".repeat(LEVELS) + "1" + "]".repeat(LEVELS);
    assertThat(names(mode, array).size()).isLessThan(5000);
    String xml = "<a><k>v</k>".repeat(LEVELS) + "</a>".repeat(LEVELS);
    assertThat(names(mode, xml).size()).isLessThan(5000);
  }

  @Test
  void whatComesBeforeTheDepthIsThere() {
    String xml = "<r><k>v</k>" + "<a>".repeat(LEVELS) + "1" + "</a>".repeat(LEVELS) + "</r>";
    assertThat(AddOns.show(at("xml", xml), "r.k")).isEqualTo("r.k=v");
    String json = "{\"k\":\"v\",\"a\":" + "[".repeat(LEVELS);
    assertThat(AddOns.show(at("json", json), "k")).isEqualTo("k=v");
  }

  @Test
  void namesThatGrowWithTheDepthAreBounded() {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      json.append("{\"").append("n".repeat(1000)).append("\":");
    }
    json.append('{');
    for (int i = 0; i < 100_000; i++) {
      json.append("\"k").append(i).append("\":1,");
    }
    long characters = names("json", json.toString()).stream().mapToLong(String::length).sum();
    assertThat(characters).isBetween(1L << 20, 17L << 20);
  }

  @Test
  void entitiesOfTheTextsOwnAreNotResolved() {
    EventFields fields = at("xml", LAUGHS);
    assertThat(AddOns.show(fields, "r.laugh", "r.file")).doesNotContain("haha").hasSizeLessThan(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXTRACT-a = ^(?<x>(a+)+)$",
        "LINE_BREAKER = ([\\r\\n]+)(a+)+$",
        "BREAK_ONLY_BEFORE = ^(a+)+$",
        "TIME_PREFIX = ^(a+)+$",
        "SEDCMD-a = s/^(a+)+$/b/"
      })
  void expressionsThatAreTooMuchWorkAreGivenUp(String setting) {
    AddOnLibrary library = AddOns.props("[st]\n" + setting + "\n");
    RawEvent event = RawEvent.of(AddOns.ORIGIN, 0, "\n" + "a".repeat(5000) + "!");
    EventFields fields = library.fieldsOf(AddOns.ORIGIN);
    EventBreaking breaking = library.formatOf(AddOns.ORIGIN).breaking();
    if (breaking != null) {
      assertThat(breaking.breaker().find(event.bytes(), 0, event.length(), true)).isFalse();
    }
    assertThat(fields.timeOf(event)).isEqualTo(RawEvent.NO_TIME);
    assertThat(fields.rules().indexTime().apply(event, message -> {})).isSameAs(event);
    fields.moveTo(event, 0);
    assertThat(AddOns.show(fields, "x")).isEqualTo("x=NULL");
  }

  private static EventFields at(String mode, String text) {
    return AddOns.at(AddOns.props("[st]\nKV_MODE = " + mode + "\n"), text);
  }

  private static Collection<String> names(String mode, String text) {
    return at(mode, text).names();
  }
}
