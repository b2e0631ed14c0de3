package dev.highwater.flink.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Contribution;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Suppressor;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Provenance;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.schedule.PartitionClock;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of all that is stored, by format and version. Where this fails, a format has changed:
 * it needs the next version, and its new bytes stand beside the old ones. Rule S-2081.
 */
class StoredBytesTest {

  private static final Path KEPT = Path.of("src/test/resources/stored-bytes.txt");

  /** A value of a format. */
  private record Sample<T>(EngineSerializer<T> serializer, T value) {

    private String name() {
      return serializer.format() + ' ' + serializer.version();
    }

    private byte[] bytes() throws IOException {
      return RoundTrip.bytes(serializer, value);
    }

    private byte[] bytesOf(int version, byte[] written) throws IOException {
      EngineSerializer<T> reading =
          version == serializer.version() ? serializer : serializer.earlier(version);
      return RoundTrip.bytes(serializer, reading.deserialize(new DataInputDeserializer(written)));
    }
  }

  static Stream<Sample<?>> samples() {
    List<@Nullable FieldValue> values =
        Arrays.asList(
            FieldValue.of("ann"),
            null,
            FieldValue.of(2.5),
            new MultiValue(List.of(FieldValue.of("a"), FieldValue.of(1))));
    Row row = new Row().set("dest", FieldValue.of("web-1")).set("n", FieldValue.of(3));
    Ledger ledger = new Ledger();
    ledger.add("files", Counter.ROWS, 7);
    return Stream.of(
        new Sample<>(
            new GroupSliceSerializer(),
            new GroupSlice("files", 1, 600_000, values, new Contribution("risk", 5, true))),
        new Sample<>(new PartialsSerializer(), values),
        new Sample<>(
            new LookupTableSerializer(), new LookupTable(List.of("dest", "n"), List.of(row))),
        new Sample<>(new ScheduledRunSerializer(), new ScheduledRun("files", 600_000)),
        new Sample<>(new FindingSerializer(), finding(row)),
        new Sample<>(new SuppressorSerializer(), new Suppressor("0f", "files", 600_000, 1_200_000)),
        new Sample<>(
            new PartitionReadingSerializer(),
            new PartitionReading("logs-0", new PartitionClock.Reading(1, 2, 3))),
        new Sample<>(new LedgerSerializer(), ledger));
  }

  private static Finding finding(Row row) {
    return new Finding(
            "0f",
            Finding.Status.AMENDED,
            2,
            "Files",
            "files",
            1,
            "TTP",
            new SearchWindow(600_000, 0, 600_000),
            row,
            new Provenance("c0", List.of(new EventPosition("logs-0", 9))))
        .replacing(new Row().set("n", FieldValue.of(2)));
  }

  @Test
  void eachFormatIsWrittenAsItsVersionSays() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Sample<?> sample : samples().toList()) {
      lines.add(sample.name() + ' ' + HexFormat.of().formatHex(sample.bytes()));
    }
    assertThat(kept()).containsAll(lines);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatWasWrittenUnderAnyVersionIsRead(Sample<?> sample) throws IOException {
    String format = sample.serializer().format();
    List<String> kept = kept().stream().filter(line -> line.startsWith(format + ' ')).toList();
    assertThat(kept).isNotEmpty();
    for (String line : kept) {
      String[] parts = line.substring(format.length() + 1).split(" ", -1);
      byte[] written = HexFormat.of().parseHex(parts[1]);
      assertThat(sample.bytesOf(Integer.parseInt(parts[0]), written)).isEqualTo(sample.bytes());
    }
  }

  private static List<String> kept() throws IOException {
    return Files.readAllLines(KEPT, StandardCharsets.UTF_8);
  }
}
