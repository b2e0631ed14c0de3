package dev.highwater.flink;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What an operator under test has given. */
final class Given {

  private Given() {}

  /** A record or a watermark with its time. */
  record Timed(long timeMillis, Object value) {}

  /** Records and watermarks in their order; a watermark is a {@link Watermark}. */
  static List<Timed> output(AbstractStreamOperatorTestHarness<?> harness) {
    List<Timed> output = new ArrayList<>();
    for (Object element : harness.getOutput()) {
      if (element instanceof StreamRecord<?> record) {
        output.add(new Timed(record.getTimestamp(), record.getValue()));
      } else if (element instanceof Watermark mark) {
        output.add(new Timed(mark.getTimestamp(), mark));
      }
    }
    return output;
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
