package dev.highwater.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.addon.TableDialect;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-2040, S-2041, S-2042, S-2073, S-2074. In the texts {@code `} is a quote. */
class KafkaRecordsTest {

  private static final long CAME = 1_700_000_000_123L;
  private static final Path MAPS = Path.of("..", "deploy", "maps");
  private static final EventBreaking BREAKING =
      new EventBreaking(Map.of("LINE_BREAKER", "(\\n)BEGIN", "SHOULD_LINEMERGE", "false"), "UTC");

  @TempDir Path directory;

  @Test
  void headersSayWhereARawRecordComesFrom() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("sourcetype", utf8("linux_secure"));
    headers.add("host", utf8("web1"));
    headers.add("index", utf8("OS"));
    headers.add("time", utf8("1700000000.5"));
    RawEvent event = event(records(RecordForm.RAW), record("logs", "sshd: hello", headers));
    assertThat(event.origin())
        .isEqualTo(new EventOrigin("logs-2", "web1", "logs", "linux_secure", "os"));
    assertThat(List.of(event.text(), event.offset(), event.givenTimeMillis()))
        .isEqualTo(List.of("sshd: hello", 7L, 1_700_000_000_500L));
    assertThat(event.indexTimeMillis()).isEqualTo(CAME);
  }

  @Test
  void whatARecordDoesNotSayTheCommandLineSays() {
    OriginSettings said = new OriginSettings("h", "s", "st", "i");
    KafkaRecords records =
        new KafkaRecords(RecordForm.RAW, TopicMaps.NONE, said, KafkaRecordsTest::formatOf);
    RawEvent event = event(records, record("logs", "x", new RecordHeaders()));
    assertThat(event.origin()).isEqualTo(new EventOrigin("logs-2", "h", "s", "st", "i"));
    assertThat(event.givenTimeMillis()).isEqualTo(RawEvent.NO_TIME);
  }

  @Test
  void neighboursShareTheirOrigin() {
    KafkaRecords records = records(RecordForm.RAW);
    RawEvent first = event(records, record("logs", "x", new RecordHeaders()));
    RawEvent second = event(records, record("logs", "y", new RecordHeaders()));
    assertThat(second.origin()).isSameAs(first.origin());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "raw        | x                                                       | x      | WHOLE",
        "hec        | {`event`:`x`,`time`:1,`sourcetype`:`st`}                | x      | WHOLE",
        "hec        | {`event`:{`a`:1}}                                       | {`a`:1}| WHOLE",
        "hec        | {`evnt`:`x`}                                     | {`evnt`:`x`}  | MALFORMED",
        "hec        | no json                                                 | no json| MALFORMED",
        "raw-events | {`raw`:`x`,`sourcetype`:`st`}                           | x      | WHOLE",
        "raw-events | {`raw`:`x`                                       | {`raw`:`x`    | MALFORMED",
        "mapped     | {`m`:`x`}                                        | {`m`:`x`}     | MALFORMED"
      })
  void aRecordOfAnotherFormIsMalformedAndKept(
      String form, String value, String text, Framing framing) {
    RawEvent event =
        event(
            records(RecordForm.valueOf(form.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))),
            record("logs", value.replace('`', '"'), new RecordHeaders()));
    assertThat(event.text()).isEqualTo(text.replace('`', '"'));
    assertThat(event.framing()).isEqualTo(framing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "broken | BEGIN a~more~BEGIN b    | BEGIN a~more, BEGIN b",
        "broken | BEGIN a                 | BEGIN a",
        "table  | a,b~1,2~3,4             | 1,2, 3,4",
        "named  | 1;2~3;4                 | 1;2, 3;4",
        "table  | a,b                     | MALFORMED a,b",
        "other  | one                     | one",
        "other  | one~two~                | one, two",
        "other  | <x>                     | <x>",
        "other  | [{`a`:1},{`a`:2}]       | {`a`:1}, {`a`:2}",
        "other  | {~`a`:1}                | {~`a`:1}",
        "other  | {`a`:1}                 | {`a`:1}",
        "other  | {`a`:1}~{`a`:2}         | {`a`:1}, {`a`:2}",
        "other  | []                      | []",
        "other  | {`event`:`x`,`sourcetype`:`s`}{`event`:`y`,`sourcetype`:`s`} | x, y",
        "other  | {`event`:`x`,`sourcetype`:`s`}{`evnt`:`y`}" + " | x, MALFORMED {`evnt`:`y`}"
      })
  void aRecordIsReadAsAFileOfItsSourcetypeIs(String sourcetype, String value, String expected) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("sourcetype", utf8(sourcetype));
    headers.add("time", utf8("3"));
    List<RawEvent> events =
        events(
            records(RecordForm.AUTO),
            record("logs", value.replace('`', '"').replace('~', '\n'), headers));
    assertThat(
            events.stream()
                .map(
                    each ->
                        (each.framing() == Framing.WHOLE ? "" : each.framing() + " ")
                            + each.text().replace('"', '`').replace('\n', '~')))
        .isEqualTo(List.of(expected.split(", ")));
    assertThat(events)
        .allMatch(each -> each.offset() == 7 && each.origin().input().equals("logs-2"))
        .allMatch(each -> each.indexTimeMillis() == CAME)
        .allMatch(each -> each.framing() != Framing.WHOLE || each.givenTimeMillis() == 3000);
  }

  @Test
  void theRowsOfARecordHaveItsNames() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("sourcetype", utf8("table"));
    assertThat(events(records(RecordForm.AUTO), record("logs", "a,b\n1,2\n", headers)))
        .extracting(each -> each.indexed().byName())
        .containsExactly(Map.of("a", FieldValue.of("1"), "b", FieldValue.of("2")));
  }

  @Test
  void aTimeThatIsNoneAndAMissingValueLoseNothing() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("time", utf8("yesterday"));
    KafkaRecords records = records(RecordForm.RAW);
    assertThat(event(records, record("logs", "x", headers)).framing()).isEqualTo(Framing.MALFORMED);
    RawEvent none = event(records, record("logs", null, new RecordHeaders()));
    assertThat(none.length()).isZero();
    RawEvent empty = event(records(RecordForm.AUTO), record("logs", null, new RecordHeaders()));
    assertThat(empty.framing()).isEqualTo(Framing.WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "vector.yml     | vector.a     | {`message`:`x`,`timestamp`:`2026-01-02T03:04:05.678Z`,"
            + "`host`:`h`,`file`:`/f`,`sourcetype`:`st`} | 1767323045678 | h | /f | st",
        "fluent-bit.yml | fluentbit.a  | {`@timestamp`:1767323045.678,`log`:`x`,`hostname`:`h`,"
            + "`path`:`/f`,`sourcetype`:`st`} | 1767323045678 | h | /f | st",
        "logstash.yml   | filebeat.a   | {`@timestamp`:`2026-01-02T03:04:05.678Z`,`message`:`x`,"
            + "`host`:{`name`:`h`},`log`:{`file`:{`path`:`/f`}},`fields`:{`sourcetype`:`st`}}"
            + " | 1767323045678 | h | /f | st",
        "cribl.yml      | cribl.a      | {`_raw`:`x`,`_time`:1767323045.678,`host`:`h`,"
            + "`source`:`/f`,`sourcetype`:`st`} | 1767323045678 | h | /f | st"
      })
  void theMapsThatComeWithHighwaterFitTheirShippers(
      String file, String topic, String value, long time, String host, String source, String type) {
    RawEvent event =
        event(
            mapped(MAPS.resolve(file)),
            record(topic, value.replace('`', '"'), new RecordHeaders()));
    assertThat(event.text()).isEqualTo("x");
    assertThat(event.givenTimeMillis()).isEqualTo(time);
    assertThat(event.origin()).isEqualTo(new EventOrigin(topic + "-2", host, source, type, "main"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "seconds      | 1.5                         | 1500",
        "milliseconds | 1500                        | 1500",
        "microseconds | 1500000                     | 1500",
        "nanoseconds  | 1500000999                  | 1500",
        "seconds      | `1970-01-01T01:00:01.5+01:00` | 1500",
        "seconds      | `1970-01-01 00:00:01.5Z`    | 1500"
      })
  void timesAreNumbersInAUnitOrRfc3339(String unit, String time, long expected) throws IOException {
    Path file = write("topics: [{topic: t, raw: r, time: at, time_unit: " + unit + "}]");
    String value = "{`r`:{`b`:1},`at`:" + time + "}";
    RawEvent event = event(mapped(file), record("t", value.replace('`', '"'), new RecordHeaders()));
    assertThat(event.text()).isEqualTo("{\"b\":1}");
    assertThat(event.givenTimeMillis()).isEqualTo(expected);
  }

  @Test
  void everyFaultOfAMapIsToldWithItsPlace() throws IOException {
    Path file = write("topics:\n- topic: '('\n  raw: a{\n  hots: x\n- raw: r\n  time_unit: days\n");
    List<String> problems = new ArrayList<>();
    TopicMapReader.read(file, problem -> problems.add(problem.render()));
    assertThat(problems)
        .containsExactly(
            file
                + ":4:3: unknown key (must be one of host, index, raw, source, sourcetype, time,"
                + " time_unit, topic)",
            file + ":2:3: topic is no pattern: Unclosed group",
            file + ":3:8: raw: Invalid path: 'a{' (names with dots between them, {0} for an item)",
            file + ":5:3: no 'topic': a pattern for the names of topics");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("map.yml"), text);
  }

  private static KafkaRecords records(RecordForm form) {
    return new KafkaRecords(form, TopicMaps.NONE, OriginSettings.NONE, KafkaRecordsTest::formatOf);
  }

  private static KafkaRecords mapped(Path file) {
    List<InputProblem> problems = new ArrayList<>();
    TopicMaps maps = TopicMapReader.read(file, problems::add);
    assertThat(problems).isEmpty();
    return new KafkaRecords(
        RecordForm.MAPPED, maps, OriginSettings.NONE, KafkaRecordsTest::formatOf);
  }

  private static List<RawEvent> events(
      KafkaRecords records, ConsumerRecord<byte[], byte[]> record) {
    List<RawEvent> events = new ArrayList<>();
    records.read(record, events::add);
    return events;
  }

  private static RawEvent event(KafkaRecords records, ConsumerRecord<byte[], byte[]> record) {
    List<RawEvent> events = events(records, record);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  /** Of events that a sourcetype breaks at {@code BEGIN}, and of a table. */
  private static SourceFormat formatOf(EventOrigin origin) {
    return switch (origin.sourcetype()) {
      case "broken" -> new SourceFormat(BREAKING, null);
      case "table" -> new SourceFormat(null, TableDialect.CSV);
      case "named" -> new SourceFormat(null, new TableDialect(';', 0, List.of("a", "b")));
      default -> SourceFormat.LINES;
    };
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, @Nullable String value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        topic,
        2,
        7,
        CAME,
        TimestampType.CREATE_TIME,
        -1,
        -1,
        null,
        value == null ? null : utf8(value),
        headers,
        Optional.empty());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
