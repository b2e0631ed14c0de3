package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.event.EventOrigin;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file become events.
 *
 * @param breaking of {@link Shape#EVENTS}, else null
 */
public record RecordFormat(Shape shape, @Nullable EventBreaking breaking) implements Serializable {

  /** What a record is. */
  public enum Shape {
    /** A line, which is the event. */
    LINES,
    /** What the sourcetype's breaks leave, which is the event. */
    EVENTS,
    /** A line with a JSON object {@code {_time?, host, source, sourcetype, index?, raw}}. */
    RAW_EVENTS
  }

  /** A line is an event. */
  public static final RecordFormat LINES = new RecordFormat(Shape.LINES, null);

  /** A line is a JSON object that holds an event and where it comes from. */
  public static final RecordFormat RAW_EVENTS = new RecordFormat(Shape.RAW_EVENTS, null);

  public RecordFormat {
    if ((shape == Shape.EVENTS) != (breaking != null)) {
      throw new IllegalArgumentException("Invalid format: " + shape + " with breaks " + breaking);
    }
  }

  /** Events that a sourcetype's breaks part; lines when it has none. */
  public static RecordFormat of(@Nullable EventBreaking breaking) {
    return breaking == null ? LINES : new RecordFormat(Shape.EVENTS, breaking);
  }

  /** True when reading can begin anywhere in the uncompressed input. */
  boolean isSplittable() {
    return breaking == null || breaking.isLocal();
  }

  RecordChunks chunks(ByteInput input, ByteRange range, FramingLimits limits) {
    return breaking == null
        ? new LineChunks(input, range, limits)
        : new ScannedChunks(input, range, limits, new BreakScanner(breaking));
  }

  /** A decoder for one reader of a file of this origin. */
  RecordDecoder decoder(EventOrigin origin) {
    return shape == Shape.RAW_EVENTS ? new RawEventLines(origin) : RecordDecoder.plain(origin);
  }
}
