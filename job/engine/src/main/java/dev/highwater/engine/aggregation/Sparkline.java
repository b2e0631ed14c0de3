package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.TimeSpan;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code sparkline}, {@code sparkline(avg(x), 1h)}: an aggregate for each bucket of time between
 * the first and the last row, behind a mark that says how to draw it. Rule S-1089.
 *
 * @param inner what is aggregated in each bucket
 * @param span the length of the buckets; {@link TimeSpan#AUTO} for one that makes a hundred of them
 *     at most
 */
public record Sparkline(AggregateCall inner, TimeSpan span) implements Aggregation {

  private static final FieldValue MARK = FieldValue.of("##__SPARKLINE__##");
  private static final String NAME = "sparkline";
  private static final int MOST_BUCKETS = 100;
  private static final TimeSpan SECOND = new TimeSpan(1, TimeSpan.Unit.SECOND, -1);
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final AggregateCall COUNT = new AggregateCall(new Count(), null, "count");

  /** {@code sparkline} by itself: the number of rows. */
  public Sparkline() {
    this(COUNT, TimeSpan.AUTO);
  }

  @Override
  public String name() {
    boolean isPlain = inner.equals(COUNT) && span.equals(TimeSpan.AUTO);
    return isPlain
        ? NAME
        : NAME + "(" + inner.name() + (span.equals(TimeSpan.AUTO) ? "" : "," + span) + ")";
  }

  @Override
  public boolean isArgumentOptional() {
    return true;
  }

  @Override
  public boolean isOverBuckets() {
    return true;
  }

  @Override
  public Aggregation overBuckets(AggregateCall each, TimeSpan newSpan) {
    return new Sparkline(each, newSpan);
  }

  @Override
  public FieldSet reads() {
    return inner.reads().and(FieldSet.of("_time"));
  }

  @Override
  public Accumulator start() {
    return new Buckets(inner, span);
  }

  /** The buckets of a length that is known; else of a second, put together at the end. */
  private static final class Buckets implements Accumulator {
    private final AggregateCall inner;
    private final TimeSpan span;
    private final TreeMap<Double, Accumulator> buckets = new TreeMap<>();

    Buckets(AggregateCall inner, TimeSpan span) {
      this.inner = inner;
      this.span = span;
    }

    @Override
    public void add(@Nullable FieldValue value, Fields row) {
      FieldValue time = row.get("_time");
      if (time != null && time.isNumeric()) {
        TimeSpan kept = span.equals(TimeSpan.AUTO) ? SECOND : span;
        bucket(kept.floor(time.number(), ZONE)).add(inner.valueOf(row, RunContext.BEFORE_RUN), row);
      }
    }

    private Accumulator bucket(double start) {
      return buckets.computeIfAbsent(start, key -> inner.start());
    }

    /** Pairs of the start of a bucket and what it has gathered, empty text for nothing. */
    @Override
    public @Nullable FieldValue partial() {
      List<FieldValue> pairs = new ArrayList<>();
      buckets.forEach(
          (start, accumulator) -> {
            FieldValue gathered = accumulator.partial();
            pairs.add(FieldValue.of(start));
            pairs.add(gathered == null ? FieldValue.of("") : gathered);
          });
      return MultiValue.of(pairs);
    }

    @Override
    public void merge(@Nullable FieldValue partial) {
      List<FieldValue> pairs = partial == null ? List.of() : partial.members();
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        FieldValue gathered = pairs.get(i + 1);
        boolean isNothing = !(gathered instanceof MultiValue) && gathered.text().isEmpty();
        bucket(pairs.get(i).number()).merge(isNothing ? null : gathered);
      }
    }

    @Override
    public @Nullable FieldValue result() {
      if (buckets.isEmpty()) {
        return null;
      }
      double last = buckets.lastKey();
      TimeSpan settled =
          span.equals(TimeSpan.AUTO)
              ? TimeSpan.dividing(last - buckets.firstKey(), MOST_BUCKETS, null)
              : span;
      TreeMap<Double, Accumulator> drawn = new TreeMap<>();
      buckets.forEach(
          (start, each) ->
              drawn
                  .computeIfAbsent(settled.floor(start, ZONE), key -> inner.start())
                  .merge(each.partial()));
      List<FieldValue> line = new ArrayList<>(List.of(MARK));
      for (double at = drawn.firstKey(); at <= last; at = settled.next(at, ZONE)) {
        Accumulator here = drawn.get(at);
        FieldValue value = here == null ? null : here.result();
        line.add(value == null ? FieldValue.of(0) : value);
      }
      return MultiValue.of(line);
    }
  }
}
