package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Slices of bytes as values. Short ones, such as event ids, recur in nearly every event: they are
 * kept, so that an event that nothing wants makes no garbage. Not safe for use by several threads.
 */
final class SliceValues {

  private static final int SIZE = 1024;
  private static final int LONGEST = 7;

  private final long[] keys = new long[SIZE];
  private final @Nullable FieldValue[] kept = new FieldValue[SIZE];

  /**
   * The bytes as UTF-8 text, {@code null} when there are none: an empty value is no value (S-601).
   */
  @Nullable FieldValue of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length <= 0) {
      return null;
    }
    if (length > LONGEST) {
      return decode(bytes, from, length);
    }
    long key = length;
    for (int i = from; i < to; i++) {
      key = key << 8 | (bytes[i] & 0xff);
    }
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 54);
    FieldValue value = kept[at];
    if (value == null || keys[at] != key) {
      value = decode(bytes, from, length);
      keys[at] = key;
      kept[at] = value;
    }
    return value;
  }

  private static FieldValue decode(byte[] bytes, int from, int length) {
    return FieldValue.of(new String(bytes, from, length, StandardCharsets.UTF_8));
  }
}
