package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.luben.zstd.ZstdOutputStream;
import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-919, S-920. */
class RawEventReaderTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsTwoMembersOfAnyPackingAsOneText(Compression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String member : List.of("one\ntw", "o\n\nfour")) {
      try (OutputStream packed = packed(compression, out)) {
        packed.write(member.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(Compression.ofHead(out.toByteArray())).isEqualTo(compression);
    assertThat(read(out.toByteArray(), compression, FramingLimits.DEFAULT))
        .extracting(event -> event.offset() + ":" + event.text())
        .containsExactly("0:one", "4:two", "8:", "9:four");
  }

  @Test
  void readsLinesOfManyMegabytes() throws IOException {
    byte[] content = new byte[21_000_000];
    Arrays.fill(content, (byte) 'a');
    content[1_000_000] = '\n';
    List<RawEvent> events = read(content, Compression.NONE, FramingLimits.DEFAULT);
    assertThat(events)
        .extracting(event -> event.offset() + "+" + event.length() + event.framing())
        .containsExactly("0+1000000WHOLE", "1000001+19999999WHOLE");
  }

  @Test
  void cutsARecordOverTheLimitAndGoesOnBehindIt() throws IOException {
    byte[] content = ("short\n" + "x".repeat(1000) + "\nlast").getBytes(StandardCharsets.UTF_8);
    List<RawEvent> events = read(content, Compression.NONE, new FramingLimits(64, 100));
    assertThat(events)
        .extracting(event -> event.offset() + ":" + event.text() + event.isTruncated())
        .containsExactly("0:shortfalse", "6:" + "x".repeat(100) + "true", "1007:lastfalse");
  }

  /** Rules S-920, S-1313. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 100_000, 300_000})
  void cutsAnEventOfSeveralLinesOverTheLimitAndGoesOnBehindIt(int lines) throws IOException {
    String event = "<E 1\n" + "x\n".repeat(lines);
    byte[] content = (event + "<E 2\ny\n\n").getBytes(StandardCharsets.UTF_8);
    EventBreaking breaking = new EventBreaking(Map.of("BREAK_ONLY_BEFORE", "^<E"), "Z");
    InputFile file = file(content, Compression.NONE, RecordFormat.of(breaking));
    List<RawEvent> events = new ArrayList<>();
    try (RawEventReader reader = RawEventReader.open(file, new FramingLimits(64, 1500))) {
      reader.forEachRemaining(events::add);
    }
    int length = event.length() - 1;
    String first = length > 1500 ? "0+1500TRUNCATED" : "0+" + length + "WHOLE";
    assertThat(events)
        .extracting(each -> each.offset() + "+" + each.length() + each.framing())
        .containsExactly(first, event.length() + "+6WHOLE");
  }

  @Test
  void namesTheFileThatIsCutShort() throws IOException {
    byte[] packed = NumberedLines.of(1000).gzip();
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    assertThatThrownBy(() -> read(cut, Compression.GZIP, FramingLimits.DEFAULT))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot read " + directory.resolve("in"));
  }

  @Test
  void rawEventLinesCarryTheirOwnOriginAndTime() throws IOException {
    String lines =
        """
        {"_time": 1693173854.801, "host": "H", "source": "S", "sourcetype": "T", "index": "Risk", "raw": "a\\nb", "x": {"raw": 1}}
        {"_time": "1693173854", "sourcetype": "T", "raw": "c"}
        {"sourcetype": "T", "raw": "d"} trailing
        no json
        {"_time": "yesterday", "raw": "e"}
        """;
    List<RawEvent> events = new ArrayList<>();
    byte[] content = lines.getBytes(StandardCharsets.UTF_8);
    InputFile file = file(content, Compression.NONE, RecordFormat.RAW_EVENTS);
    try (RawEventReader reader = RawEventReader.open(file)) {
      reader.forEachRemaining(events::add);
    }
    assertThat(events.subList(0, 2))
        .extracting(RawEvent::origin, RawEvent::text, RawEvent::givenTimeMillis)
        .containsExactly(
            tuple(new EventOrigin("in", "H", "S", "T", "risk"), "a\nb", 1693173854801L),
            tuple(new EventOrigin("in", "h", "s", "T", "main"), "c", 1693173854000L));
    assertThat(events.subList(2, 5))
        .extracting(RawEvent::origin, RawEvent::framing)
        .containsOnly(tuple(ORIGIN, Framing.MALFORMED));
  }

  private List<RawEvent> read(byte[] content, Compression compression, FramingLimits limits)
      throws IOException {
    List<RawEvent> events = new ArrayList<>();
    InputFile file = file(content, compression, RecordFormat.LINES);
    try (RawEventReader reader = RawEventReader.open(file, limits)) {
      reader.forEachRemaining(events::add);
    }
    return events;
  }

  private InputFile file(byte[] content, Compression compression, RecordFormat format)
      throws IOException {
    Path path = Files.write(directory.resolve("in"), content);
    return new InputFile(path, ORIGIN, compression, format, content.length);
  }

  private static OutputStream packed(Compression compression, OutputStream out) throws IOException {
    return switch (compression) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out);
      case ZSTD -> new ZstdOutputStream(out);
      case BZIP2 -> new BZip2CompressorOutputStream(out);
    };
  }
}
