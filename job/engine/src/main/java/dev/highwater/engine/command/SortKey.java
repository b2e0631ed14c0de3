package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.IpAddress;
import dev.highwater.engine.plan.KeyOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A field to sort by. Missing values come last in either direction. Rule S-300.
 *
 * @param kind how values compare
 */
record SortKey(String field, Kind kind, boolean isDescending) {

  /** How two values compare. */
  enum Kind {
    /** As numbers when both are, as addresses when both are, else as text. */
    AUTO,
    /** As numbers; what is none counts as missing. */
    NUM,
    /** As text in byte order. */
    STR,
    /** As addresses; what is none counts as missing. */
    IP
  }

  /** The order of two values of the field, null for missing ones. */
  int compare(@Nullable Operand left, @Nullable Operand right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? 1 : -1;
    }
    int order = ascending(left, right);
    return isDescending ? -order : order;
  }

  private int ascending(Operand left, Operand right) {
    boolean mayBeNumbers = kind == Kind.AUTO || kind == Kind.NUM;
    if (mayBeNumbers && !Double.isNaN(left.number) && !Double.isNaN(right.number)) {
      return Double.compare(left.number, right.number);
    }
    if (kind != Kind.STR && left.address != null && right.address != null) {
      return left.address.length != right.address.length
          ? Integer.compare(left.address.length, right.address.length)
          : Arrays.compareUnsigned(left.address, right.address);
    }
    return KeyOrder.compareBytes(left.text, right.text);
  }

  /** A value made ready to be compared; null for one that is missing. */
  @Nullable Operand operand(@Nullable FieldValue value) {
    if (value == null) {
      return null;
    }
    Operand operand = new Operand(value.text(), value.number());
    boolean isMissing =
        switch (kind) {
          case NUM -> Double.isNaN(operand.number);
          case IP -> operand.address == null;
          case AUTO, STR -> false;
        };
    return isMissing ? null : operand;
  }

  /** A value with all that it may be compared as. */
  static final class Operand {
    private final String text;
    private final double number;
    private final byte @Nullable [] address;

    private Operand(String text, double number) {
      this.text = text;
      this.number = number;
      this.address = Double.isNaN(number) ? IpAddress.parse(text) : null;
    }
  }

  /** As {@code sort} writes it. */
  String describe() {
    String name = Written.word(field);
    String function =
        kind == Kind.AUTO ? "auto" : kind == Kind.NUM ? "num" : kind == Kind.STR ? "str" : "ip";
    return (isDescending ? "-" : "+") + function + "(" + name + ")";
  }
}
