package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.addon.TableDialect;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules S-921, S-1316, S-1317, S-1318. In the texts {@code ~} is a line feed, {@code `} a quote.
 */
class RecordFormatTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[{`a`:1},{`a`:[2,`]`]}]     | {`a`:1} + {`a`:[2,`]`]}",
        "[~  {~`a`: 1~},~ {}~]~      | {~`a`: 1~} + {}",
        "{`a`:1}~{`a`:2}~            | {`a`:1} + {`a`:2}",
        "{`a`:1}{`a`:`}\\`{`}        | {`a`:1} + {`a`:`}\\`{`}",
        "{`a`:{`b`:`\\\\`}} x `y z` 1 | {`a`:{`b`:`\\\\`}} + x + `y z` + 1",
        "[]                          | ^^",
        "{`a`:[1                     | {`a`:[1"
      })
  void jsonValuesAreEvents(String text, String expected) throws IOException {
    for (int chunkBytes : new int[] {1, 3, 1000}) {
      assertThat(texts(read(text, RecordFormat.JSON, chunkBytes))).isEqualTo(expected);
    }
  }

  @Test
  void cutsAJsonValueOverTheLimitAndGoesOnBehindIt() throws IOException {
    String big = "{`a`:[`" + "]}\\`".repeat(100) + "`,{}]}";
    List<RawEvent> events = read("[" + big + ",{`a`:1}]", RecordFormat.JSON, 64);
    assertThat(events)
        .extracting(event -> event.offset() + "+" + event.length() + event.framing())
        .containsExactly("1+200TRUNCATED", (big.length() + 2) + "+7WHOLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{`event`:`a b`,`time`:1.5,`sourcetype`:`T`,`index`:`Risk`} | a b 1500 h/s/T/risk {}",
        "{`event`:{`a`: [1.50]},`host`:`H`,`source`:`S`} | {`a`: [1.50]} none H/S/st/main {}",
        "{`fields`:{`x`:`1`,`y`:[`a`,2],`z`:{},`n`:null},`event`:5} | 5 none h/s/st/main {x=1,"
            + " y=a~2}",
        "{`time`:`x`,`event`:`a`} | MALFORMED",
        "{`a`:1}                  | MALFORMED",
        "{`event`:`a`             | MALFORMED"
      })
  void envelopesSayWhatTheirEventsAre(String text, String expected) throws IOException {
    List<String> shown = new ArrayList<>();
    for (RawEvent event : read(text, RecordFormat.HEC, 1000)) {
      String time =
          event.givenTimeMillis() == RawEvent.NO_TIME ? "none" : "" + event.givenTimeMillis();
      EventOrigin origin = event.origin();
      String from =
          String.join("/", origin.host(), origin.source(), origin.sourcetype(), origin.index());
      shown.add(
          event.framing() == Framing.WHOLE
              ? event.text() + " " + time + " " + from + " " + fields(event)
              : event.framing().toString());
    }
    assertThat(written(String.join(" + ", shown))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a,b~1,2~3,4~            | , | 0 | 1,2 {a=1, b=2} + 3,4 {a=3, b=4}",
        "a,b~`1~1`,`2,``2`~3,    | , | 0 | `1~1`,`2,``2` {a=1~1, b=2,`2} + 3, {a=3}",
        "~a;b~5`,x;y~z           | ; | 0 | 5`,x;y {a=5`,x, b=y} + z {a=z}",
        "# c~a,b~1,2,3           | , | 2 | 1,2,3 {a=1, b=2}",
        "a,,a~1,2,3              | , | 0 | 1,2,3 {a=1}"
      })
  void rowsOfATableHaveFields(String text, char delimiter, int headerLine, String expected)
      throws IOException {
    TableDialect dialect = new TableDialect(delimiter, headerLine, List.of());
    for (int chunkBytes : new int[] {1, 3, 1000}) {
      RecordFormat format = Objects.requireNonNull(choose(text, null, dialect, false));
      List<String> shown = new ArrayList<>();
      for (RawEvent event : read(text, format, chunkBytes)) {
        shown.add(event.text() + " " + fields(event));
      }
      assertThat(written(String.join(" + ", shown))).isEqualTo(expected);
    }
  }

  @Test
  void aTableWithoutALineHasNoFormat() throws IOException {
    assertThat(choose("", null, TableDialect.CSV, false)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{`a`:1}~{`a`:2}                             | LINES",
        "[1] text                                    | LINES",
        "[~{`a`:1}]                                  | JSON",
        "[{`a`:1}]                                   | JSON",
        "{~ `a`:1}                                   | JSON",
        "{`event`:`a`,`sourcetype`:`x`}{             | HEC",
        "{`event`:`a`,`fields`:{`x`:1}}              | HEC",
        "{`event`:`a`,`host`:`x`}                    | LINES",
        "{`event`:`a`,`sourcetype`:`x`,`user`:`u`}   | LINES",
        "{`event`:`a`,`sourcetype`:`x`,`time`:`now`} | LINES",
        "{`raw`:`a`,`sourcetype`:`x`}                | RAW_EVENTS",
        "^^                                          | LINES"
      })
  void theBeginningOfAFileTellsItsFormatBeyondDoubt(String text, RecordFormat.Shape expected)
      throws IOException {
    assertThat(Objects.requireNonNull(choose(text, null, null, true)).shape()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LINES,LINES",
    "EVENTS,LINES",
    "JSON,JSON",
    "HEC,HEC",
    "CSV,TABLE",
    "RAW_EVENTS,RAW_EVENTS"
  })
  void whatTheUserSaysWins(InputFormat said, RecordFormat.Shape expected) throws IOException {
    assertThat(Objects.requireNonNull(choose("[{`a`:1}]", said, null, true)).shape())
        .isEqualTo(expected);
  }

  @Test
  void formatsTravel() throws IOException {
    RecordFormat table =
        Objects.requireNonNull(choose("a;b~1;2", null, new TableDialect(';', 0, List.of()), false));
    for (RecordFormat format : List.of(table, RecordFormat.JSON, RecordFormat.LINES)) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      RecordFormatCodec.write(format, out);
      DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
      assertThat(RecordFormatCodec.read(in)).isEqualTo(format);
    }
  }

  private @Nullable RecordFormat choose(
      String text,
      @Nullable InputFormat said,
      @Nullable TableDialect table,
      boolean mayHoldRawEvents)
      throws IOException {
    Path path = Files.writeString(directory.resolve("in"), plain(text));
    return new FormatChooser(said, origin -> new SourceFormat(null, table))
        .of(new LogPlace(path, Compression.NONE, null), ORIGIN, mayHoldRawEvents);
  }

  private List<RawEvent> read(String text, RecordFormat format, int chunkBytes) throws IOException {
    byte[] content = plain(text).getBytes(StandardCharsets.UTF_8);
    Path path = Files.write(directory.resolve("in"), content);
    InputFile file = new InputFile(path, ORIGIN, Compression.NONE, format, content.length);
    List<RawEvent> events = new ArrayList<>();
    try (RawEventReader reader = RawEventReader.open(file, new FramingLimits(chunkBytes, 200))) {
      reader.forEachRemaining(events::add);
    }
    return events;
  }

  private static String texts(List<RawEvent> events) {
    return written(String.join(" + ", events.stream().map(RawEvent::text).toList()));
  }

  private static String fields(RawEvent event) {
    List<String> fields = new ArrayList<>();
    event.indexed().byName().forEach((name, value) -> fields.add(name + "=" + value.text()));
    return "{" + String.join(", ", fields) + "}";
  }

  private static String plain(String written) {
    return written.replace('~', '\n').replace('`', '"');
  }

  private static String written(String plain) {
    return plain.replace('\n', '~').replace('"', '`');
  }
}
