package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules S-920, S-1323: input that an attacker writes is read in bounded memory. */
@Timeout(60)
class HostileInputTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");
  private static final int RECORD = 1 << 20;
  private static final int BIG = 100 << 20;

  static Stream<Arguments> formats() {
    EventBreaking merged = new EventBreaking(Map.of("BREAK_ONLY_BEFORE", "^last"), "Z");
    EventBreaking anywhere = new EventBreaking(Map.of("LINE_BREAKER", "(;)"), "Z");
    return Stream.of(
        Arguments.of(RecordFormat.LINES, "", "\nlast"),
        Arguments.of(RecordFormat.RAW_EVENTS, "{\"raw\": \"", "\nlast"),
        Arguments.of(RecordFormat.of(merged), "", "\nlast"),
        Arguments.of(RecordFormat.of(anywhere), "", ";last"),
        Arguments.of(RecordFormat.JSON, "[\"", "\",last"),
        Arguments.of(RecordFormat.HEC, "{\"event\": \"", "\"} last"),
        Arguments.of(RecordFormat.of(new TableHeader(List.of("a"), ',', 0)), "\"", "\"\nlast"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aRecordOfAHundredMegabytesIsCutAndTheNextOneIsThere(
      RecordFormat format, String before, String behind) throws IOException {
    List<String> read = new ArrayList<>();
    try (RecordChunks chunks = chunks(format, before, BIG, behind)) {
      RecordDecoder decoder = format.decoder(ORIGIN);
      for (RecordChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        assertThat(chunk.bytes().length).isLessThan(4 * RECORD);
        while (chunk.next()) {
          RawEvent event = decoder.decode(chunk);
          read.add(event.framing() + "+" + event.length());
        }
      }
    }
    assertThat(read).hasSize(2);
    assertThat(read.get(0)).isEqualTo("TRUNCATED+" + RECORD);
    assertThat(read.get(1)).endsWith("+4");
  }

  @Test
  void deepNestingIsNoEnvelope() {
    String deep = "{\"event\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String raw = "{\"raw\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(decoded(RecordFormat.HEC, deep).framing()).isEqualTo(Framing.MALFORMED);
    assertThat(decoded(RecordFormat.RAW_EVENTS, raw).framing()).isEqualTo(Framing.MALFORMED);
    assertThat(decoded(RecordFormat.JSON, deep).framing()).isEqualTo(Framing.WHOLE);
  }

  private static RawEvent decoded(RecordFormat format, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FoundChunk chunk = new FoundChunk(bytes, 0, RECORD);
    chunk.add(0, bytes.length, bytes.length);
    chunk.endingAt(bytes.length);
    assertThat(chunk.next()).isTrue();
    return format.decoder(ORIGIN).decode(chunk);
  }

  private static RecordChunks chunks(RecordFormat format, String before, int size, String behind) {
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(List.of(bytes(before), new Letters(size), bytes(behind))));
    return format.chunks(
        ByteInput.ofStream(in), ByteRange.whole(), new FramingLimits(256 * 1024, RECORD));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many letters, without an array of them. */
  private static final class Letters extends InputStream {
    private int left;

    Letters(int count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = Math.min(left, length);
      Arrays.fill(into, at, at + count, (byte) 'a');
      left -= count;
      return count;
    }
  }
}
