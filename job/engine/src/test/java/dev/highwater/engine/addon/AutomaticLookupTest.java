package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code LOOKUP-} settings give events (S-654). */
class AutomaticLookupTest {

  private static final FixedLookups CODES =
      new FixedLookups() {
        @Override
        public @Nullable LookupDefinition definition(String name) {
          return name.equals("codes")
              ? new LookupDefinition(
                  name, List.of("code", "text", "kind"), Map.of(), true, 1000, 0, null, false)
              : null;
        }

        @Override
        public LookupTable contents(LookupDefinition definition) {
          return new LookupTable(
              List.of("code", "text", "kind"),
              List.of(row("1", "one", "odd"), row("2", "two", "even")));
        }
      };

  private static Row row(String code, String text, String kind) {
    return new Row()
        .set("code", FieldValue.of(code))
        .set("text", FieldValue.of(text))
        .set("kind", FieldValue.of(kind));
  }

  private static AddOnLibrary library(String setting) {
    AddOn addOn =
        new AddOn(
            "test",
            ConfFile.parse("props.conf", "[st]\nEVAL-id = n + 0\n" + setting),
            Map.of(),
            Map.of(),
            Map.of());
    return new AddOnLibrary(List.of(addOn), ZoneOffset.UTC, CODES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "codes code AS id OUTPUT text kind#n=1 text=old#text=one kind=odd",
        "codes code AS id OUTPUT text kind#n=9 text=old#text=NULL kind=NULL",
        "codes code AS id OUTPUTNEW text kind#n=1 text=old#text=old kind=odd",
        "codes code AS id OUTPUTNEW text kind#n=9 text=old#text=old kind=NULL",
        "codes code AS id OUTPUT text AS kind#n=2#text=NULL kind=two",
        "codes code AS id#n=2#text=two kind=even",
        "codes code AS id, text OUTPUT kind#n=2 text=two#text=two kind=even",
        "codes code AS id, text OUTPUT kind#n=2 text=one#text=one kind=NULL",
        "codes code AS absent OUTPUT text#n=1 text=old#text=old kind=NULL"
      })
  void givesWhatTheTableHolds(String lookup, String event, String fields) {
    AddOnLibrary library = library("LOOKUP-a = " + lookup + "\n");
    assertThat(AddOns.show(AddOns.at(library, event), "text", "kind")).isEqualTo(fields);
  }

  /** S-654: one lookup does not see what another gives. */
  @Test
  void lookupsDoNotSeeEachOther() {
    AddOnLibrary library =
        library("LOOKUP-a = codes code AS id OUTPUT text\nLOOKUP-b = codes text OUTPUT kind\n");
    assertThat(AddOns.show(AddOns.at(library, "n=1"), "text", "kind"))
        .isEqualTo("text=one kind=NULL");
  }

  @Test
  void itsFieldsAreNamedAndNeverLookedForInTheText() {
    EventFields fields = AddOns.at(library("LOOKUP-a = codes code AS id OUTPUT text\n"), "n=1");
    assertThat(fields.names()).contains("text");
    assertThat(fields.rules().literalsInRaw("text", "one")).isEmpty();
    assertThat(fields.rules().literalsInRaw("n", "1")).isEqualTo(Optional.of(Set.of("1", "\\u00")));
  }

  /** S-654. */
  @ParameterizedTest
  @ValueSource(strings = {"LOOKUP-a", "lookup_a", "Lookupa"})
  void theNameOfTheSettingMayBeWrittenInSeveralWays(String key) {
    AddOnLibrary library = library(key + " = codes code AS n OUTPUT text\n");
    assertThat(AddOns.show(AddOns.at(library, "n=1"), "text")).isEqualTo("text=one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "other code#there is no lookup 'other'",
        "codes OUTPUT text#expected 'lookup field', or 'lookup column AS field'",
        "codes code AS#expected a field behind AS"
      })
  void saysWhatIsWrong(String lookup, String message) {
    AddOnLibrary library = library("LOOKUP-a = " + lookup + "\n");
    assertThat(library.rulesOf(AddOns.ORIGIN).problems())
        .extracting(Diagnostic::message)
        .containsExactly(message);
  }

  /** S-661: the new name's settings hold, but for the time, and those of source and host. */
  @Test
  void aRenamedSourcetypeHasTheFieldsOfItsNewName() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            rename = new
            EVAL-a = "old"
            TIME_PREFIX = at=
            TIME_FORMAT = %s
            [new]
            EVAL-a = "new"
            EVAL-b = sourcetype
            TIME_FORMAT = %Y
            [source::/var/log/*]
            EVAL-c = "source"
            """);
    EventFields fields = AddOns.at(library, "at=1700000000");
    assertThat(AddOns.show(fields, "a", "b", "c", "sourcetype"))
        .isEqualTo("a=new b=new c=source sourcetype=new");
    assertThat(fields.timeOf(fields.event())).isEqualTo(1_700_000_000_000L);
  }

  /** S-660: the trick with which one stanza holds for several sourcetypes. */
  @Test
  void aStanzaMayHoldForAPatternOfSourcetypes() {
    AddOnLibrary library =
        AddOns.props(
            """
            [(?::){0}s*]
            EVAL-a = "pattern"
            EVAL-b = "pattern"
            [st]
            EVAL-a = "own"
            """);
    assertThat(AddOns.show(AddOns.at(library, ""), "a", "b")).isEqualTo("a=own b=pattern");
  }
}
