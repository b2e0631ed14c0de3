package dev.highwater.flink.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializerSnapshotTest {

  static Stream<TypeSerializer<?>> serializers() {
    return Stream.of(
        new GroupSliceSerializer(),
        new PartialsSerializer(),
        new RoutedGroupSerializer(),
        new FindingSerializer(),
        new OutcomeSerializer(),
        new LedgerSerializer(),
        new LookupTableSerializer(),
        new ScheduledRunSerializer(),
        new SuppressorSerializer(),
        new PartitionReadingSerializer());
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void isFoundAgainByWhatASavepointSaysOfIt(TypeSerializer<?> serializer) throws IOException {
    assertThat(RoundTrip.restored(serializer)).isEqualTo(serializer);
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void isEqualToItsOwnKindOnly(TypeSerializer<?> serializer) {
    assertThat(serializers().filter(serializer::equals)).hasSize(1);
  }

  @Test
  void copiesALedgerThatIsStillCountedOn() {
    Ledger ledger = new Ledger();
    ledger.add("files", Counter.ROWS, 1);
    Ledger copy = new LedgerSerializer().copy(ledger);
    ledger.add("files", Counter.ROWS, 1);

    assertThat(copy.count("files", Counter.ROWS)).isEqualTo(1);
    assertThat(new LedgerSerializer().isImmutableType()).isFalse();
  }
}
