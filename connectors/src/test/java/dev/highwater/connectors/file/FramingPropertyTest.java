package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class FramingPropertyTest {

  private record Line(long offset, String text, boolean truncated, long nextOffset) {}

  @Property(tries = 3000)
  void rangesThatTileTheInputYieldEveryLineOnceInOrder(
      @ForAll("inputs") byte[] input,
      @ForAll List<@IntRange(max = 80) Integer> borders,
      @ForAll @IntRange(min = 1, max = 40) int chunkBytes,
      @ForAll @IntRange(min = 1, max = 60) int maxRecordBytes)
      throws IOException {
    FramingLimits limits = new FramingLimits(chunkBytes, maxRecordBytes);
    TreeSet<Long> starts = new TreeSet<>(List.of(0L));
    borders.forEach(border -> starts.add(border.longValue()));
    List<Line> lines = new ArrayList<>();
    for (long start : starts) {
      Long end = starts.higher(start);
      ByteRange range = new ByteRange(start, end == null ? Long.MAX_VALUE : end, start == 0);
      lines.addAll(read(input, range, limits));
    }
    assertThat(lines).isEqualTo(linesOf(input, maxRecordBytes));
  }

  @Property(tries = 1000)
  void readingOnFromAnyLineYieldsTheRest(
      @ForAll("inputs") byte[] input, @ForAll @IntRange(min = 1, max = 40) int chunkBytes)
      throws IOException {
    FramingLimits limits = new FramingLimits(chunkBytes, 16);
    List<Line> all = linesOf(input, 16);
    for (int i = 0; i < all.size(); i++) {
      ByteRange range = new ByteRange(all.get(i).nextOffset(), Long.MAX_VALUE, true);
      assertThat(read(input, range, limits)).isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    Arbitrary<Byte> anyByte = Arbitraries.bytes();
    Arbitrary<Byte> likely = Arbitraries.of((byte) '\n', (byte) '\r', (byte) 'a', (byte) 0);
    Arbitrary<byte[]> dense = likely.array(byte[].class).ofMaxSize(70);
    Arbitrary<byte[]> sparse =
        Arbitraries.frequencyOf(Tuple.of(20, anyByte), Tuple.of(1, likely))
            .array(byte[].class)
            .ofMaxSize(200);
    return Arbitraries.oneOf(dense, sparse);
  }

  private static List<Line> read(byte[] input, ByteRange range, FramingLimits limits)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    ByteInput bytes = ByteInput.ofStream(new ByteArrayInputStream(input));
    if (range.start() > input.length) {
      return lines;
    }
    try (LineChunks chunks = new LineChunks(bytes, range, limits)) {
      for (LineChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        while (chunk.next()) {
          String text = latin1(chunk.bytes(), chunk.start(), chunk.start() + chunk.length());
          lines.add(new Line(chunk.offset(), text, chunk.isTruncated(), chunk.nextOffset()));
        }
      }
    }
    return lines;
  }

  /** The contract again, the slow and plain way. */
  private static List<Line> linesOf(byte[] input, int maxRecordBytes) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= input.length; i++) {
      boolean atEnd = i == input.length;
      if (atEnd ? start < i : input[i] == '\n') {
        int end = !atEnd && i > start && input[i - 1] == '\r' ? i - 1 : i;
        boolean truncated = end - start > maxRecordBytes;
        String text = latin1(input, start, truncated ? start + maxRecordBytes : end);
        lines.add(new Line(start, text, truncated, atEnd ? i : i + 1L));
        start = i + 1;
      }
    }
    return lines;
  }

  private static String latin1(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
