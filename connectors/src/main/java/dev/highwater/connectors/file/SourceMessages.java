package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.addon.TableDialect;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages that come one by one, each as a file of its source would be read: broken into
 * events, as the rows of a table, as JSON values or envelopes (S-2073). Not thread-safe.
 */
public final class SourceMessages {

  private static final int MOST_SOURCES = 4096;

  private final Function<EventOrigin, SourceFormat> ofSources;
  private final Map<EventOrigin, Source> sources = new HashMap<>();

  /**
   * @param ofSources what the settings of a source say of its files
   */
  public SourceMessages(Function<EventOrigin, SourceFormat> ofSources) {
    this.ofSources = ofSources;
  }

  /**
   * Gives the events of a message in their order: at least one, and the message itself, malformed,
   * where there is none in it. They stand where it stands (S-2074), and have its time where they
   * say none.
   *
   * @param message all that came, of the origin that it says
   */
  public void read(RawEvent message, Consumer<RawEvent> events) {
    boolean isEmpty = true;
    try (RawEventReader reader = sourceOf(message.origin()).reader(message)) {
      while (reader.hasNext()) {
        events.accept(placed(reader.next(), message));
        isEmpty = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (isEmpty) {
      events.accept(MessageDecoder.malformed(message.origin(), message.bytes(), message.offset()));
    }
  }

  private static RawEvent placed(RawEvent event, RawEvent message) {
    long time = event.givenTimeMillis();
    return new RawEvent(
            event.origin(),
            message.offset(),
            event.bytes(),
            event.start(),
            event.length(),
            time == RawEvent.NO_TIME ? message.givenTimeMillis() : time,
            event.framing())
        .with(event.indexed())
        .withIndexTime(event.indexTimeMillis());
  }

  private Source sourceOf(EventOrigin origin) {
    if (sources.size() >= MOST_SOURCES) {
      sources.clear();
    }
    return sources.computeIfAbsent(origin, key -> Source.of(key, ofSources.apply(key)));
  }

  /**
   * What is kept of a source, so that its settings are not read for each message.
   *
   * @param breaks null where it has none
   */
  private record Source(
      EventOrigin origin,
      @Nullable BreakScanner breaks,
      @Nullable TableDialect table,
      RecordDecoder plain,
      RecordDecoder envelopes) {

    static Source of(EventOrigin origin, SourceFormat format) {
      EventBreaking breaking = format.breaking();
      return new Source(
          origin,
          breaking == null ? null : new BreakScanner(breaking),
          format.table(),
          RecordDecoder.plain(origin),
          new Envelopes(origin));
    }

    RawEventReader reader(RawEvent message) throws IOException {
      FramingLimits limits =
          new FramingLimits(message.length() + 1, FramingLimits.DEFAULT.maxRecordBytes());
      if (table != null) {
        return rows(message, table, limits);
      }
      if (breaks != null) {
        return RawEventReader.of(
            new ScannedChunks(input(message), ByteRange.whole(), limits, breaks), plain);
      }
      RecordFormat format = FormatChooser.byBeginning(message.bytes(), message.end());
      return RawEventReader.of(
          format.chunks(input(message), ByteRange.whole(), limits),
          format.shape() == RecordFormat.Shape.HEC ? envelopes : plain);
    }

    /** A table without names is taken line by line. */
    private RawEventReader rows(RawEvent message, TableDialect dialect, FramingLimits limits)
        throws IOException {
      TableHeader header = TableHeader.read(input(message), dialect, limits);
      RecordFormat format = header == null ? RecordFormat.LINES : RecordFormat.of(header);
      return RawEventReader.of(
          format.chunks(input(message), ByteRange.whole(), limits), format.decoder(origin));
    }

    private static ByteInput input(RawEvent message) {
      return ByteInput.ofStream(
          new ByteArrayInputStream(message.bytes(), message.start(), message.length()));
    }
  }
}
