package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.KeyOrder;

/** How two values compare: as numbers when both are, else as text in byte order (S-010, S-105). */
final class ValueOrder {

  private ValueOrder() {}

  static int compare(FieldValue left, FieldValue right) {
    double a = left.number();
    double b = right.number();
    return Double.isNaN(a) || Double.isNaN(b)
        ? KeyOrder.compareBytes(left.text(), right.text())
        : Double.compare(a, b);
  }
}
