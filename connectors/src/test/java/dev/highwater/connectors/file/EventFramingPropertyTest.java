package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.EventBreaking;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Rules S-1310, S-1311, S-1314: events of several lines, read in ranges. */
class EventFramingPropertyTest {

  private record Piece(long offset, String text, boolean truncated) {}

  /** Settings, and the same as one expression whose first group lies between two events. */
  private record Rules(EventBreaking breaking, Pattern naive) {
    static Rules of(String naive, String... settings) {
      Map<String, String> all =
          settings.length == 2
              ? Map.of(settings[0], settings[1])
              : Map.of(settings[0], settings[1], settings[2], settings[3]);
      return new Rules(new EventBreaking(all, "Z"), Pattern.compile(naive));
    }
  }

  private static final String TIME = "2026-03-01 00:00:00";

  private static final List<Rules> RULES =
      List.of(
          Rules.of("([\r\n]+)<E\\sx", "LINE_BREAKER", "([\\r\\n]+)<E\\sx"),
          Rules.of("(\r?\n)(?=<E)", "LINE_BREAKER", "(\\r?\\n)(?=<E)"),
          Rules.of("([\r\n]+)(?=<E)", "BREAK_ONLY_BEFORE", "^<E"),
          Rules.of("([\r\n]+)(?=[^\r\n]*" + TIME + ")", "SHOULD_LINEMERGE", "true"),
          Rules.of(
              "(\r?\n)(?=<E(?:(?!\r?\n<E)[\\s\\S])*a)",
              "LINE_BREAKER",
              "(\\r?\\n)(?=<E)",
              "BREAK_ONLY_BEFORE",
              "a"));

  @Property(tries = 2000)
  void rangesThatTileTheInputYieldEveryEventOnceInOrder(
      @ForAll("inputs") String input,
      @ForAll("rules") Rules rules,
      @ForAll List<@IntRange(max = 200) Integer> borders,
      @ForAll @IntRange(min = 1, max = 40) int chunkBytes,
      @ForAll @IntRange(min = 1, max = 60) int maxRecordBytes)
      throws IOException {
    FramingLimits limits = new FramingLimits(chunkBytes, maxRecordBytes);
    TreeSet<Long> starts = new TreeSet<>(List.of(0L));
    borders.forEach(border -> starts.add(border.longValue()));
    List<Piece> events = new ArrayList<>();
    for (long start : starts) {
      Long end = starts.higher(start);
      ByteRange range = new ByteRange(start, end == null ? Long.MAX_VALUE : end, start == 0);
      read(input, range, limits, rules, events, new ArrayList<>());
    }
    assertThat(events).isEqualTo(eventsOf(input, rules.naive(), maxRecordBytes));
  }

  @Property(tries = 500)
  void readingOnFromAnyEventYieldsTheRest(
      @ForAll("inputs") String input,
      @ForAll("rules") Rules rules,
      @ForAll @IntRange(min = 1, max = 40) int chunkBytes)
      throws IOException {
    FramingLimits limits = new FramingLimits(chunkBytes, 1000);
    List<Piece> all = new ArrayList<>();
    List<Long> nextOffsets = new ArrayList<>();
    read(input, ByteRange.whole(), limits, rules, all, nextOffsets);
    for (int i = 0; i < all.size(); i++) {
      List<Piece> rest = new ArrayList<>();
      ByteRange range = new ByteRange(nextOffsets.get(i), Long.MAX_VALUE, true);
      read(input, range, limits, rules, rest, new ArrayList<>());
      assertThat(rest).isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Provide
  Arbitrary<String> inputs() {
    return Arbitraries.of("\n", "\n", "\r\n", "\r", "<E", " x", "a", "é", TIME, "2026-")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Rules> rules() {
    return Arbitraries.of(RULES);
  }

  private static void read(
      String input,
      ByteRange range,
      FramingLimits limits,
      Rules rules,
      List<Piece> events,
      List<Long> nextOffsets)
      throws IOException {
    byte[] content = input.getBytes(StandardCharsets.UTF_8);
    if (range.start() > content.length) {
      return;
    }
    ByteInput bytes = ByteInput.ofStream(new ByteArrayInputStream(content));
    RecordFormat format = RecordFormat.of(rules.breaking());
    assertThat(format.isSplittable()).isTrue();
    try (RecordChunks chunks = format.chunks(bytes, range, limits)) {
      for (RecordChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        while (chunk.next()) {
          String text = latin1(chunk.bytes(), chunk.start(), chunk.length());
          events.add(new Piece(chunk.offset(), text, chunk.isTruncated()));
          nextOffsets.add(chunk.nextOffset());
        }
      }
    }
  }

  /** The contract again, the slow and plain way. */
  private static List<Piece> eventsOf(String input, Pattern naive, int maxRecordBytes) {
    String text = new String(input.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Matcher matcher = naive.matcher(text);
    List<Piece> events = new ArrayList<>();
    int at = 0;
    while (matcher.find(at)) {
      add(text, at, matcher.start(1), maxRecordBytes, events);
      at = matcher.end(1);
    }
    add(text, at, text.length(), maxRecordBytes, events);
    return events;
  }

  private static void add(String text, int from, int to, int maxBytes, List<Piece> events) {
    String event = text.substring(from, to).replaceFirst("[\r\n]+$", "");
    if (!event.isEmpty()) {
      boolean truncated = event.length() > maxBytes;
      events.add(new Piece(from, truncated ? event.substring(0, maxBytes) : event, truncated));
    }
  }

  private static String latin1(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
