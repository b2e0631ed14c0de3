package dev.highwater.connectors.file;

import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.addon.TableDialect;
import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is: what the user says, else what its sourcetype says, else what its beginning
 * says beyond doubt, else lines (S-921, S-1318).
 */
final class FormatChooser {

  /** Bytes of a file that are looked at. */
  private static final int HEAD_BYTES = 64 * 1024;

  private static final Pattern ARRAY = Pattern.compile("^\ufeff?\\s*\\[\\s*\\{");
  private static final Pattern OPEN_OBJECT = Pattern.compile("^\ufeff?\\s*\\{\\s*[\r\n]");

  private final @Nullable InputFormat said;
  private final Function<EventOrigin, SourceFormat> ofSources;

  /**
   * @param said for all files; null for nothing
   * @param ofSources what the settings of a source say
   */
  FormatChooser(@Nullable InputFormat said, Function<EventOrigin, SourceFormat> ofSources) {
    this.said = said;
    this.ofSources = ofSources;
  }

  /**
   * The format of a file; null for a table without names.
   *
   * @param mayHoldRawEvents whether the name of the file lets it
   */
  @Nullable RecordFormat of(LogPlace place, EventOrigin origin, boolean mayHoldRawEvents)
      throws IOException {
    SourceFormat source = ofSources.apply(origin);
    if (said != null) {
      return switch (said) {
        case LINES -> RecordFormat.LINES;
        case EVENTS -> RecordFormat.of(source.breaking());
        case JSON -> RecordFormat.JSON;
        case HEC -> RecordFormat.HEC;
        case RAW_EVENTS -> RecordFormat.RAW_EVENTS;
        case CSV -> table(place, source.table() == null ? TableDialect.CSV : source.table());
      };
    }
    if (mayHoldRawEvents && beginsWithRawEvent(place)) {
      return RecordFormat.RAW_EVENTS;
    }
    if (source.table() != null) {
      return table(place, source.table());
    }
    return source.breaking() == null ? byBeginning(place) : RecordFormat.of(source.breaking());
  }

  private static @Nullable RecordFormat table(LogPlace place, TableDialect dialect)
      throws IOException {
    try (ByteInput input = LogBytes.open(place)) {
      TableHeader header = TableHeader.read(input, dialect);
      return header == null ? null : RecordFormat.of(header);
    }
  }

  private static RecordFormat byBeginning(LogPlace place) throws IOException {
    byte[] head = head(place);
    return byBeginning(head, head.length);
  }

  /**
   * What the first bytes of something say.
   *
   * @param length how many there are; of many more than enough not all are looked at
   */
  static RecordFormat byBeginning(byte[] head, int length) {
    JsonScanner scanner = new JsonScanner();
    boolean isWhole = scanner.find(head, 0, length, false);
    if (scanner.start() >= length || head[scanner.start()] != '{') {
      return RecordFormat.LINES;
    }
    if (isWhole && Envelopes.isEnvelope(head, scanner.start(), scanner.end() - scanner.start())) {
      return RecordFormat.HEC;
    }
    String text = new String(head, 0, Math.min(length, HEAD_BYTES), StandardCharsets.UTF_8);
    return ARRAY.matcher(text).find() || OPEN_OBJECT.matcher(text).find()
        ? RecordFormat.JSON
        : RecordFormat.LINES;
  }

  private static byte[] head(LogPlace place) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    try (ByteInput input = LogBytes.open(place)) {
      int read = input.read(head, 0, head.length);
      while (read > 0) {
        length += read;
        read = length == head.length ? -1 : input.read(head, length, head.length - length);
      }
    }
    return Arrays.copyOf(head, length);
  }

  private static boolean beginsWithRawEvent(LogPlace place) throws IOException {
    FramingLimits limits = FramingLimits.DEFAULT;
    try (LineChunks chunks = new LineChunks(LogBytes.open(place), ByteRange.whole(), limits)) {
      LineChunk first = chunks.next();
      return first != null
          && first.next()
          && !first.isTruncated()
          && RawEventLines.isRawEvent(first.bytes(), first.start(), first.length());
    }
  }
}
