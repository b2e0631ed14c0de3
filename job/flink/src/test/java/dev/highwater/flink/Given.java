package dev.highwater.flink;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.flink.type.Carried;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What an operator under test has given. */
final class Given {

  private Given() {}

  /** A record or a watermark with its time; what is carried without its wrapping. */
  record Timed(long timeMillis, Object value) {}

  /** Records and watermarks in their order; a watermark is a {@link Watermark}. */
  static List<Timed> output(AbstractStreamOperatorTestHarness<?> harness) {
    List<Timed> output = new ArrayList<>();
    for (Object element : harness.getOutput()) {
      if (element instanceof StreamRecord<?> record) {
        boolean isTimed = record.hasTimestamp();
        output.add(
            new Timed(isTimed ? record.getTimestamp() : Long.MIN_VALUE, value(record.getValue())));
      } else if (element instanceof Watermark mark) {
        output.add(new Timed(mark.getTimestamp(), mark));
      }
    }
    return output;
  }

  private static Object value(Object given) {
    return given instanceof Carried.Value<?> value ? value.value() : given;
  }

  /** What was carried but for word of other content, in its order. */
  static <T> List<T> values(Collection<? extends Carried<T>> given) {
    List<T> values = new ArrayList<>();
    for (Carried<T> each : given) {
      if (each instanceof Carried.Value<T> value) {
        values.add(value.value());
      }
    }
    return values;
  }

  /** What went to the sinks past the main output. */
  static List<Outcome> outcomes(AbstractStreamOperatorTestHarness<?> harness) {
    var side = harness.getSideOutput(CountingOperator.OUTCOMES);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  /** The sum of the ledgers that were given. */
  static Ledger ledger(AbstractStreamOperatorTestHarness<?> harness) {
    Ledger sum = new Ledger();
    for (Outcome outcome : outcomes(harness)) {
      if (outcome instanceof Outcome.Counted counted) {
        sum.addAll(counted.ledger());
      }
    }
    return sum;
  }
}
