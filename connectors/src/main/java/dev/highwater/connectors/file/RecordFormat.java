package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import dev.highwater.engine.event.EventOrigin;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file become events.
 *
 * @param breaking of {@link Shape#EVENTS}, else null
 * @param header of {@link Shape#TABLE}, else null
 */
public record RecordFormat(
    Shape shape, @Nullable EventBreaking breaking, @Nullable TableHeader header)
    implements Serializable {

  /** What a record is. */
  public enum Shape {
    /** A line, which is the event. */
    LINES,
    /** What the sourcetype's breaks leave, which is the event. */
    EVENTS,
    /** A line with a JSON object {@code {_time?, host, source, sourcetype, index?, raw}}. */
    RAW_EVENTS,
    /** A JSON value, which is the event: in an array, or one behind the other. */
    JSON,
    /** A JSON object around an event, as HTTP event collectors take it. */
    HEC,
    /** A row of a table with names above it. */
    TABLE
  }

  /** A line is an event. */
  public static final RecordFormat LINES = new RecordFormat(Shape.LINES, null, null);

  /** A line is a JSON object that holds an event and where it comes from. */
  public static final RecordFormat RAW_EVENTS = new RecordFormat(Shape.RAW_EVENTS, null, null);

  /** A JSON value is an event. */
  public static final RecordFormat JSON = new RecordFormat(Shape.JSON, null, null);

  /** A JSON value is an envelope around an event. */
  public static final RecordFormat HEC = new RecordFormat(Shape.HEC, null, null);

  public RecordFormat {
    if ((shape == Shape.EVENTS) != (breaking != null)
        || (shape == Shape.TABLE) != (header != null)) {
      throw new IllegalArgumentException(
          "Invalid format: " + shape + " with breaks " + breaking + " and header " + header);
    }
  }

  /** Events that a sourcetype's breaks part; lines when it has none. */
  public static RecordFormat of(@Nullable EventBreaking breaking) {
    return breaking == null ? LINES : new RecordFormat(Shape.EVENTS, breaking, null);
  }

  /** Rows below a header. */
  static RecordFormat of(TableHeader header) {
    return new RecordFormat(Shape.TABLE, null, header);
  }

  /** True when records say for themselves where they come from. */
  boolean namesSources() {
    return shape == Shape.RAW_EVENTS || shape == Shape.HEC;
  }

  /** True when reading can begin anywhere in the uncompressed input. */
  boolean isSplittable() {
    return switch (shape) {
      case LINES, RAW_EVENTS -> true;
      case EVENTS -> breaking != null && breaking.isLocal();
      case JSON, HEC, TABLE -> false;
    };
  }

  RecordChunks chunks(ByteInput input, ByteRange range, FramingLimits limits) {
    if (breaking != null) {
      return new ScannedChunks(input, range, limits, new BreakScanner(breaking));
    }
    if (header != null) {
      ByteRange rows = new ByteRange(Math.max(range.start(), header.rowsFrom()), range.end(), true);
      return new ScannedChunks(input, rows, limits, new TableScanner(header.delimiter()));
    }
    return shape == Shape.JSON || shape == Shape.HEC
        ? new ScannedChunks(input, range, limits, new JsonScanner())
        : new LineChunks(input, range, limits);
  }

  /** A decoder for one reader of a file of this origin. */
  RecordDecoder decoder(EventOrigin origin) {
    if (header != null) {
      return new TableRows(origin, header);
    }
    return switch (shape) {
      case RAW_EVENTS -> new RawEventLines(origin);
      case HEC -> new Envelopes(origin);
      default -> RecordDecoder.plain(origin);
    };
  }
}
