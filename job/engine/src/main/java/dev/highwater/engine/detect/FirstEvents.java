package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the first events stand of those that something comes of, by input and offset, so that it is
 * the same in whatever order they came. Stored as a value behind the partial aggregates (S-2010).
 */
final class FirstEvents {

  /** How many are kept. */
  static final int MOST = 5;

  private static final char SEPARATOR = '\0';
  private static final int HEX = 16;

  private FirstEvents() {}

  /** One event. Values of positions are in the order of these. */
  static FieldValue of(EventPosition position) {
    String offset = HexFormat.of().toHexDigits(position.offset());
    return FieldValue.of(position.input() + SEPARATOR + offset);
  }

  /** The first ones of both. */
  static @Nullable FieldValue merge(@Nullable FieldValue left, @Nullable FieldValue right) {
    if (left == null || right == null || left.equals(right)) {
      return left == null ? right : left;
    }
    TreeSet<String> texts = new TreeSet<>();
    left.members().forEach(each -> texts.add(each.text()));
    right.members().forEach(each -> texts.add(each.text()));
    return MultiValue.of(texts.stream().limit(MOST).<FieldValue>map(FieldValue::of).toList());
  }

  /** Where they stand, in order. */
  static List<EventPosition> positions(@Nullable FieldValue events) {
    List<EventPosition> positions = new ArrayList<>();
    if (events != null) {
      for (FieldValue each : events.members()) {
        int end = each.text().lastIndexOf(SEPARATOR);
        long offset = Long.parseLong(each.text().substring(end + 1), HEX);
        positions.add(new EventPosition(each.text().substring(0, end), offset));
      }
    }
    return positions;
  }
}
