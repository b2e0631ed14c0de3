package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.IndexedFields;
import dev.highwater.engine.event.RawEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFieldsTest {

  /** S-650. */
  @Test
  void extractsThenAliasesThenCalculates() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            EXTRACT-a = a=(?<a>\\w+)
            FIELDALIAS-b = a AS b
            EVAL-c = b . "!"
            EVAL-a = "new " . a
            """);
    assertThat(AddOns.show(AddOns.at(library, "x a=1"), "a", "b", "c"))
        .isEqualTo("a=new 1 b=1 c=1!");
    assertThat(AddOns.show(AddOns.at(library, "x"), "a", "b", "c"))
        .isEqualTo("a=NULL b=NULL c=NULL");
  }

  /** S-929: by an extraction and by a calculation. */
  @Test
  void matchesThatAreGivenUpAreCounted() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            EXTRACT-slow = (?<slow>(?:a+)+)\\1c
            EXTRACT-word = ^(?<word>\\w+)
            EVAL-same = if(match(word, "(a+)+\\1c"), 1, 0)
            """);
    EventFields fields = AddOns.at(library, "a".repeat(40) + "b");

    assertThat(AddOns.show(fields, "slow", "slow", "same")).isEqualTo("slow=NULL slow=NULL same=0");
    assertThat(fields.limits().take()).isEqualTo(2);
    assertThat(fields.limits().take()).isZero();
  }

  /** S-651: in the order of the classes, the first value holds; dots match line ends. */
  @Test
  void extractionsRunInTheOrderOfTheirClasses() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            EXTRACT-z = second=(?<f>\\w+)
            EXTRACT-b = first=(?<f>\\w+)
            EXTRACT-in = ^(?<head>.) in f
            EXTRACT-lines = begin(?<all>.*)end
            EXTRACT-line = ^(?<last>l\\w+)$
            """);
    assertThat(AddOns.show(AddOns.at(library, "second=s first=f"), "f", "head"))
        .isEqualTo("f=f head=f");
    assertThat(AddOns.show(AddOns.at(library, "second=s"), "f", "head")).isEqualTo("f=s head=s");
    assertThat(AddOns.show(AddOns.at(library, "begin\nx end\nlast"), "all", "last"))
        .isEqualTo("all=\nx  last=last");
  }

  /** S-652: all calculations see what was before any of them; NULL takes the field away. */
  @Test
  void calculationsDoNotSeeEachOther() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            EXTRACT-y = y=(?<y>\\d+)
            EVAL-x = y*2
            EVAL-y = case(y=1, 100)
            """);
    assertThat(AddOns.show(AddOns.at(library, "y=1"), "x", "y")).isEqualTo("x=2 y=100");
    assertThat(AddOns.show(AddOns.at(library, "y=5"), "x", "y")).isEqualTo("x=10 y=NULL");
  }

  /** S-653. */
  @Test
  void anAliasOverwritesAndANewOneDoesNot() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            EXTRACT-a = a=(?<a>\\w+)
            EXTRACT-b = b=(?<b>\\w+)
            EXTRACT-c = c=(?<c>\\w+)
            FIELDALIAS-all = a AS b a ASNEW c
            """);
    assertThat(AddOns.show(AddOns.at(library, "a=1 b=2 c=3"), "a", "b", "c"))
        .isEqualTo("a=1 b=1 c=3");
    assertThat(AddOns.show(AddOns.at(library, "b=2 c=3"), "a", "b", "c"))
        .isEqualTo("a=NULL b=NULL c=3");
    assertThat(AddOns.show(AddOns.at(library, "a=1"), "b", "c")).isEqualTo("b=1 c=1");
  }

  /** S-655. */
  @Test
  void aReportTakesAllPairsOrTheFirstMatch() {
    AddOnLibrary library =
        AddOns.library(
            """
            [st]
            REPORT-r = pairs, one
            """,
            """
            [pairs]
            REGEX = <(\\w+)>([^<]*)
            FORMAT = $1::$2
            [one]
            REGEX = <\\w+>([^<]*)
            FORMAT = first::$1
            """,
            "",
            "");
    assertThat(AddOns.show(AddOns.at(library, "<a>1<b>2<a>3<c>"), "a", "b", "c", "first"))
        .isEqualTo("a=1 b=2 c=NULL first=1");
  }

  /** S-660: source over host over sourcetype over default. */
  @Test
  void theMostSpecificStanzaHolds() {
    AddOnLibrary library =
        AddOns.props(
            """
            [default]
            EVAL-a = "default"
            EVAL-b = "default"
            EVAL-c = "default"
            EVAL-d = "default"
            [source::.../x.log]
            EVAL-a = "source"
            [host::host*]
            EVAL-a = "host"
            EVAL-b = "host"
            [st]
            EVAL-a = "sourcetype"
            EVAL-b = "sourcetype"
            EVAL-c = "sourcetype"
            [source::.../z.log]
            EVAL-d = "other"
            """);
    assertThat(AddOns.show(AddOns.at(library, "x"), "a", "b", "c", "d"))
        .isEqualTo("a=source b=host c=sourcetype d=default");
  }

  /** S-601. */
  @Test
  void metadataIsThereAndEmptyTextIsNoValue() {
    AddOnLibrary library = AddOns.props("[st]\nEXTRACT-a = a=(?<a>\\w*);\n");
    assertThat(
            AddOns.show(
                AddOns.at(library, "a=;"), "a", "host", "source", "sourcetype", "index", "_raw"))
        .isEqualTo("a=NULL host=Host1 source=/var/log/x.log sourcetype=st index=main _raw=a=;");
  }

  /** S-1066. */
  @Test
  void eventTypesAndTagsAreFields() {
    AddOnLibrary library =
        AddOns.library(
            "[st]\nEXTRACT-id = id=(?<id>\\S+)\n",
            "",
            """
            [files]
            search = id=1*
            [b "x"]
            search = sourcetype=st
            [other]
            search = sourcetype=other
            [unlike]
            search = eventtype!=files
            """,
            """
            [eventtype=files]
            filesystem = enabled
            endpoint = disabled
            [id=11]
            odd = enabled
            """);
    assertThat(AddOns.show(AddOns.at(library, "id=11"), "eventtype", "tag"))
        .isEqualTo("eventtype=b \"x\"\nfiles tag=filesystem\nodd");
    assertThat(AddOns.show(AddOns.at(library, "id=2"), "tag", "eventtype"))
        .isEqualTo("tag=NULL eventtype=b \"x\"");
    assertThat(library.rulesOf(AddOns.ORIGIN).literalsInRaw("tag", "odd")).isEmpty();
  }

  /** S-1300. */
  @Test
  void whatMeansNothingHereIsSaid() {
    AddOnLibrary library =
        AddOns.library(
            "[st]\nKV_MODE = multi\nMETRIC-SCHEMA-TRANSFORMS-m = m\n",
            """
            [t]
            INGEST_EVAL = a=1
            [l]
            external_cmd = dns.py clienthost clientip
            """,
            "",
            "");

    assertThat(library.problems())
        .extracting(each -> each.location().display() + " " + each.message())
        .containsExactly(
            "props.conf:3:30 METRIC-SCHEMA-TRANSFORMS-m is not supported: events are not made into"
                + " metrics",
            "transforms.conf:2:15 INGEST_EVAL is not supported: nothing is calculated when events"
                + " are read",
            "transforms.conf:4:16 external_cmd is not supported: lookups that are programs are not"
                + " run",
            "props.conf:2:11 KV_MODE is not supported: tables have no fields");
  }

  /** S-1300: what cannot be used is said and left out; the rest of the stanza holds. */
  @Test
  void aSettingThatCannotBeUsedDoesNotStopTheOthers() {
    SourceRules rules =
        AddOns.props(
                """
                [st]
                TZ = Nowhere
                TIME_FORMAT = %Y-%J
                MAX_TIMESTAMP_LOOKAHEAD = many
                KV_MODE = some
                REPORT-a = b
                EVAL-a = lowr(x)
                EXTRACT-a = a(b
                FIELDALIAS-a = a b
                LOOKUP-a = nowhere a
                EVAL-ok = 1
                """)
            .rulesOf(AddOns.ORIGIN);

    assertThat(rules.problems().stream().map(each -> each.render().lines().findFirst().get()))
        .containsExactly(
            "props.conf:2:6: unknown time zone 'Nowhere'",
            "props.conf:3:15: time format '%Y-%J': the directive at 3 is not supported",
            "props.conf:4:27: expected a whole number, not 'many'",
            "props.conf:8:13: bad regular expression 'a(b': Unclosed group near index 3",
            "props.conf:6:12: there is no transform 'b'",
            "props.conf:5:11: unknown KV_MODE 'some'",
            "props.conf:9:16: expected 'field AS alias'",
            "props.conf:7:10: unknown function 'lowr'. Did you mean 'lower'?",
            "props.conf:10:12: there is no lookup 'nowhere'");
    assertThat(rules.names()).containsExactly("ok");
  }

  /** Rules S-1316, S-1317. */
  @Test
  void whatTheInputSaysBesideTheTextComesBeforeWhatIsExtracted() {
    AddOnLibrary library =
        AddOns.props("[st]\nEXTRACT-a = a=(?<a>\\w+) b=(?<b>\\w+)\nEVAL-c = a . b\n");
    EventFields fields = library.fieldsOf(AddOns.ORIGIN);
    IndexedFields indexed =
        new IndexedFields(Map.of("a", FieldValue.of("given"), "d", FieldValue.of("more")));
    fields.moveTo(RawEvent.of(AddOns.ORIGIN, 0, "a=1 b=2").with(indexed), 0);
    assertThat(AddOns.show(fields, "a", "b", "c", "d")).isEqualTo("a=given b=2 c=given2 d=more");
    assertThat(fields.names()).contains("a", "b", "c", "d");
    fields.moveTo(RawEvent.of(AddOns.ORIGIN, 0, "a=1 b=2"), 0);
    assertThat(AddOns.show(fields, "a", "d")).isEqualTo("a=1 d=NULL");
  }

  /** Rule S-1316. */
  @Test
  void indexedJsonIsThereWhateverTheModeAndSaysTheTime() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            INDEXED_EXTRACTIONS = json
            KV_MODE = none
            TIMESTAMP_FIELDS = meta.at
            TIME_FORMAT = %F %T
            """);
    String text =
        "{\"time\": 1, \"a\": {\"b\": [1, 2]}, \"meta\": {\"at\": \"2026-03-01 00:10:20\"}}";
    EventFields fields = AddOns.at(library, text);
    assertThat(AddOns.show(fields, "a.b{}")).isEqualTo("a.b{}=1\n2");
    assertThat(fields.timeOf(RawEvent.of(AddOns.ORIGIN, 0, text))).isEqualTo(1_772_323_820_000L);
  }

  /** S-1600: by the zone of the sourcetype; the event's own fields win, and nothing is listed. */
  @Test
  void partsOfTheTimeAreFieldsForWhoAsks() {
    AddOnLibrary library =
        AddOns.props(
            """
            [st]
            TZ = Asia/Kolkata
            EXTRACT-minute = minute (?<date_minute>\\w+)
            FIELDALIAS-day = date_wday AS day
            """);
    EventFields fields = AddOns.at(library, "no minute");

    assertThat(AddOns.show(fields, "date_hour", "date_minute", "date_second", "date_zone"))
        .isEqualTo("date_hour=5 date_minute=30 date_second=1 date_zone=330");
    assertThat(AddOns.show(fields, "date_year", "date_month", "date_mday", "date_wday", "day"))
        .isEqualTo("date_year=1970 date_month=january date_mday=1 date_wday=thursday day=thursday");
    assertThat(fields.names()).doesNotContain("date_hour");
    assertThat(fields.rules().literalsInRaw("date_wday", "thursday")).isEmpty();
    assertThat(AddOns.show(AddOns.at(library, "minute x"), "date_minute"))
        .isEqualTo("date_minute=x");
  }
}
