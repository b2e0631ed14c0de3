package dev.highwater.flink.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.flink.type.ReadingSerializer.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A format that changes, over a restore. Rule S-2081. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class FormatMigrationTest {

  private static final int FIRST = EngineSerializer.FIRST_VERSION;

  static Stream<Arguments> backends() {
    return Stream.of(
        Arguments.of("heap", (Supplier<StateBackend>) HashMapStateBackend::new),
        Arguments.of("rocksdb", (Supplier<StateBackend>) EmbeddedRocksDBStateBackend::new));
  }

  /** Tells of each number that comes what was stored before, and stores it; of all in a list. */
  private static final class Stores extends KeyedProcessFunction<String, Long, List<Reading>>
      implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final ReadingSerializer serializer;
    private transient MapState<String, List<Reading>> byKey;
    private transient ListState<Reading> all;

    @SuppressWarnings("NullAway.Init") // Flink initializes the state before the first number
    private Stores(ReadingSerializer serializer) {
      this.serializer = serializer;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      byKey =
          context
              .getKeyedStateStore()
              .getMapState(
                  new MapStateDescriptor<>(
                      "by-key", StringSerializer.INSTANCE, new ListSerializer<>(serializer)));
      all =
          context
              .getOperatorStateStore()
              .getListState(new ListStateDescriptor<>("all", serializer));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      // Both states hold all that there is.
    }

    @Override
    public void processElement(Long number, Context context, Collector<List<Reading>> out)
        throws Exception {
      out.collect(Objects.requireNonNullElse(byKey.get("k"), List.of()));
      byKey.put("k", List.of(new Reading("ft", number)));
      all.add(new Reading("ft", number));
      out.collect(Stream.of(all.get()).flatMap(FormatMigrationTest::stream).toList());
    }
  }

  private static Stream<Reading> stream(Iterable<Reading> readings) {
    Stream.Builder<Reading> stream = Stream.builder();
    readings.forEach(stream::add);
    return stream.build();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Long, List<Reading>> harness(
      int version, StateBackend backend) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Long, List<Reading>>(
            new KeyedProcessOperator<>(new Stores(new ReadingSerializer(version))),
            number -> "key",
            Types.STRING);
    harness.setStateBackend(backend);
    harness.setup(new ListSerializer<>(new ReadingSerializer(FIRST + 1)));
    return harness;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("backends")
  void whatAnEarlierBuildStoredIsReadAndWrittenAnew(String name, Supplier<StateBackend> backend)
      throws Exception {
    OperatorSubtaskState stored;
    try (var earlier = harness(FIRST, backend.get())) {
      earlier.open();
      earlier.processElement(3L, 0);
      stored = earlier.snapshot(1, 1);
    }
    try (var later = harness(FIRST + 1, backend.get())) {
      later.initializeState(stored);
      later.open();
      later.processElement(5L, 0);
      stored = later.snapshot(2, 2);

      assertThat(later.extractOutputValues())
          .containsExactly(
              List.of(new Reading("m", 3)), List.of(new Reading("m", 3), new Reading("ft", 5)));
    }
    try (var latest = harness(FIRST + 1, backend.get())) {
      latest.initializeState(stored);
      latest.open();
      latest.processElement(7L, 0);

      assertThat(latest.extractOutputValues().get(0)).containsExactly(new Reading("ft", 5));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("backends")
  void stateThatNobodyHasAskedForStaysAsItWas(String name, Supplier<StateBackend> backend)
      throws Exception {
    OperatorSubtaskState stored;
    try (var earlier = harness(FIRST, backend.get())) {
      earlier.open();
      earlier.processElement(3L, 0);
      stored = earlier.snapshot(1, 1);
    }
    try (var later = harness(FIRST + 1, backend.get())) {
      later.initializeState(stored);
      later.open();
      stored = later.snapshot(2, 2);
    }
    try (var latest = harness(FIRST + 1, backend.get())) {
      latest.initializeState(stored);
      latest.open();
      latest.processElement(7L, 0);

      assertThat(latest.extractOutputValues().get(0)).containsExactly(new Reading("m", 3));
    }
  }

  @Test
  void aVersionThatIsNotKnownYetIsRefusedInWords() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, new ReadingSerializer(FIRST + 2).snapshotConfiguration());

    assertThatThrownBy(
            () ->
                TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                    new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader()))
        .hasMessage(
            "The state holds reading in version 5, and this build reads versions 3 to 4 of it:"
                + " restore it with a build as new as the one that wrote it");
  }
}
