package dev.highwater.engine.finding;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 over a sequence of texts and numbers, each with its kind and length, so that different
 * sequences never look alike. For one use by one thread.
 */
public final class ContentHash {

  private final MessageDigest digest = sha256();

  /** Adds a text; any UTF-16 units, lone surrogates included. */
  public ContentHash text(String text) {
    ByteBuffer buffer = ByteBuffer.allocate(5 + 2 * text.length());
    buffer.put((byte) 't').putInt(text.length());
    buffer.asCharBuffer().put(text);
    digest.update(buffer.array());
    return this;
  }

  public ContentHash number(long number) {
    digest.update(ByteBuffer.allocate(9).put((byte) 'n').putLong(number).array());
    return this;
  }

  /** The first {@code digits} hex digits, at most 64. Ends the use of this object. */
  public String hex(int digits) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
