package dev.highwater.engine.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.AggregateCall.Argument;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.RunContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Groups may be aggregated in parts, in any order, and the parts may travel as bytes. */
class AccumulatorMergePropertyTest {

  @Property(tries = 1500)
  void partsAddUpToTheWholeInAnyOrder(
      @ForAll("calls") AggregateCall call, @ForAll("rows") List<Row> rows, @ForAll long seed)
      throws IOException {
    Accumulator whole = of(call, rows);
    List<Row> shuffled = new ArrayList<>(rows);
    Random random = new Random(seed);
    Collections.shuffle(shuffled, random);
    Accumulator merged = call.start();
    int at = 0;
    while (at < shuffled.size()) {
      int end = at + 1 + random.nextInt(shuffled.size() - at);
      Accumulator part = call.start();
      part.merge(of(call, shuffled.subList(at, end)).partial());
      merged.merge(overTheWire(part.partial()));
      at = end;
    }
    assertThat(merged.result()).isEqualTo(whole.result());
  }

  private static Accumulator of(AggregateCall call, List<Row> rows) {
    Accumulator accumulator = call.start();
    rows.forEach(row -> accumulator.add(call.valueOf(row, RunContext.BEFORE_RUN), row));
    return accumulator;
  }

  private static @Nullable FieldValue overTheWire(@Nullable FieldValue partial) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FieldValueCodec.writeAll(new DataOutputStream(bytes), Collections.singletonList(partial));
    return FieldValueCodec.readAll(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
        .get(0);
  }

  @Provide
  Arbitrary<AggregateCall> calls() {
    List<Aggregation> all = new ArrayList<>(Aggregations.byName().values());
    all.removeIf(Aggregation::isOrderSensitive);
    all.add(Objects.requireNonNull(Aggregations.find("perc95")));
    return Combinators.combine(Arbitraries.of(all), Arbitraries.of(true, false))
        .as(
            (aggregation, needsNumbers) ->
                new AggregateCall(aggregation, Argument.field("x"), "x", needsNumbers));
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<FieldValue> numbers =
        Arbitraries.doubles().between(-1e12, 1e12).ofScale(3).map(FieldValue::of);
    Arbitrary<FieldValue> texts =
        Arbitraries.of("", "a", "b", "B", "1", "1.0", "10", "9", "1e300").map(FieldValue::of);
    Arbitrary<FieldValue> single = Arbitraries.oneOf(numbers, texts);
    Arbitrary<@Nullable FieldValue> values =
        Arbitraries.oneOf(single, single.list().ofMaxSize(3).map(MultiValue::of));
    return Combinators.combine(values, Arbitraries.integers().between(1, 5))
        .as((value, time) -> new Row().set("x", value).set("_time", FieldValue.of(time)))
        .list()
        .ofMaxSize(12);
  }
}
