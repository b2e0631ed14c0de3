package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.NumberValue;
import java.util.Comparator;
import java.util.List;

/** The order of groups: field by field, text in UTF-8 byte order (S-204). */
public final class KeyOrder {

  /** For keys of equal length. */
  public static final Comparator<List<FieldValue>> BY_BYTES = KeyOrder::compare;

  private KeyOrder() {}

  /**
   * The same, but one of the fields compares as numbers where both values are numbers.
   *
   * @param place which field it is
   */
  public static Comparator<List<FieldValue>> withNumberAt(int place) {
    return (left, right) -> {
      int before = compare(left.subList(0, place), right.subList(0, place));
      if (before != 0) {
        return before;
      }
      FieldValue a = left.get(place);
      FieldValue b = right.get(place);
      int order = a.isNumeric() && b.isNumeric() ? Double.compare(a.number(), b.number()) : 0;
      return order != 0 ? order : compare(left, right);
    };
  }

  private static int compare(List<FieldValue> left, List<FieldValue> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = compareBytes(left.get(i).text(), right.get(i).text());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Compares single values as bytes, a number before a text that spells it: 0 for equal values
   * only, so that the choice of one of them never depends on their order.
   */
  public static int compareValues(FieldValue left, FieldValue right) {
    int order = compareBytes(left.text(), right.text());
    return order != 0
        ? order
        : Boolean.compare(right instanceof NumberValue, left instanceof NumberValue);
  }

  /** Compares as UTF-8 bytes: like UTF-16, but surrogates come after all other characters. */
  public static int compareBytes(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean isSurrogateA = Character.isSurrogate(a);
        return isSurrogateA == Character.isSurrogate(b) ? a - b : isSurrogateA ? 1 : -1;
      }
    }
    return left.length() - right.length();
  }
}
