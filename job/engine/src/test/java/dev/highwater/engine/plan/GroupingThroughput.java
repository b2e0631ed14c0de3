package dev.highwater.engine.plan;

import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says how many rows a second {@code stats count by dest} takes; run by hand. */
final class GroupingThroughput {

  private static final int ROWS = 5_000_000;
  private static final int KEYS = 100_000;

  private GroupingThroughput() {}

  public static void main(String[] arguments) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      rows.add(
          new Row()
              .set("dest", FieldValue.of("host-" + i + ".example.org"))
              .set("_time", FieldValue.of(1_700_000_000 + i)));
    }
    for (int round = 0; round < 4; round++) {
      measure("count by dest", rows, List.of("dest"), null);
      measure("count by dest _time span=1h", rows, List.of("dest", "_time"), TimeSpan.parse("1h"));
    }
  }

  private static void measure(
      String what, List<Row> rows, List<String> by, @Nullable TimeSpan span) {
    Aggregation count = Objects.requireNonNull(Aggregations.find("count"));
    AggregateCall call = new AggregateCall(count, null, "count");
    GroupingStage stage = new GroupingStage(new Grouping(by, List.of(call), null, span, false));
    int[] groups = new int[1];
    RunContext run = new RunContext(0, 0, Long.MAX_VALUE, ZoneId.of("UTC"));
    RowSink sink = stage.open(row -> groups[0]++, run);
    long start = System.nanoTime();
    for (int i = 0; i < ROWS; i++) {
      sink.accept(rows.get((int) (i * 7919L % KEYS)));
    }
    sink.finish();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "%s: %d groups, %,d rows/s%n",
        what, groups[0], ROWS * 1000L / Math.max(1, taken.toMillis()));
  }
}
