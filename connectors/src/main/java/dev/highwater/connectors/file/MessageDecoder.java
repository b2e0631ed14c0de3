package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;

/**
 * Makes events of records that come one by one, each whole, as those of a queue. Not thread-safe.
 */
public final class MessageDecoder {

  private final RecordDecoder decoder;
  private final Message message = new Message();

  private MessageDecoder(RecordDecoder decoder) {
    this.decoder = decoder;
  }

  /** Of messages that are envelopes of an HTTP event collector (S-1317). */
  public static MessageDecoder ofEnvelopes(EventOrigin origin) {
    return new MessageDecoder(new Envelopes(origin));
  }

  /** Of messages {@code {_time?, host, source, sourcetype, index?, raw}}. */
  public static MessageDecoder ofRawEvents(EventOrigin origin) {
    return new MessageDecoder(new RawEventLines(origin));
  }

  /**
   * The event of a message; a malformed one that holds the message where it has not the form.
   *
   * @param offset of the message, by its number
   */
  public RawEvent decode(byte[] bytes, long offset) {
    message.bytes = bytes;
    message.offset = offset;
    return decoder.decode(message);
  }

  /** A message that is not of the form that its input has. */
  public static RawEvent malformed(EventOrigin origin, byte[] bytes, long offset) {
    return new RawEvent(
        origin, offset, bytes, 0, bytes.length, RawEvent.NO_TIME, Framing.MALFORMED);
  }

  /** One record, on which the cursor stands. */
  private static final class Message implements RecordChunk {

    private byte[] bytes = new byte[0];
    private long offset;

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public int start() {
      return 0;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public boolean isTruncated() {
      return false;
    }

    @Override
    public long offset() {
      return offset;
    }

    @Override
    public long nextOffset() {
      return offset + 1;
    }

    @Override
    public long inputBytes() {
      return bytes.length;
    }
  }
}
