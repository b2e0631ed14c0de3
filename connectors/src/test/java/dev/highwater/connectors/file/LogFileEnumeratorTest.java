package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class LogFileEnumeratorTest {

  private static final LogFile SMALL = file("small.log", Compression.NONE, 3);
  private static final LogFile BIG = file("big ü.log", Compression.NONE, 25);
  private static final LogFile PACKED = file("packed.gz", Compression.GZIP, 15);
  private static final LogFile EMPTY = file("empty.log", Compression.NONE, 0);

  @Test
  void cutsPlainFilesIntoRangesAndLeavesPackedOnesWhole() {
    assertThat(split(ReadOrder.AS_GIVEN))
        .extracting(LogFileEnumeratorTest::describe)
        .containsExactly(
            "0 small.log 0+3",
            "1 big ü.log 0+10",
            "2 big ü.log 10+10",
            "3 big ü.log 20+5",
            "4 packed.gz 0+15");
  }

  @Test
  void handsOutTheBiggestPartsFirst() {
    assertThat(split(ReadOrder.BIGGEST_FIRST))
        .extracting(LogFileEnumeratorTest::describe)
        .containsExactly(
            "0 packed.gz 0+15",
            "1 big ü.log 0+10",
            "2 big ü.log 10+10",
            "3 big ü.log 20+5",
            "4 small.log 0+3");
  }

  @Test
  void splitsThatAreGivenBackGoOutAgainInTheirPlace() {
    List<FileSourceSplit> splits = new ArrayList<>(split(ReadOrder.AS_GIVEN));
    RankedSplits ranked = new RankedSplits(splits);
    FileSourceSplit first = ranked.getNext(null).orElseThrow();
    FileSourceSplit second = ranked.getNext(null).orElseThrow();
    ranked.addSplits(List.of(second, first));
    assertThat(ranked.remainingSplits()).containsExactlyInAnyOrderElementsOf(splits);
    assertThat(ranked.getNext("host")).isEqualTo(Optional.of(first));
  }

  @Test
  void aSplitSurvivesACheckpointWithItsPosition() throws IOException {
    LogSplit split = LogSplit.fresh(BIG, 3, 10, 10);
    for (LogSplit original :
        List.of(split, split.updateWithCheckpointedPosition(new CheckpointedPosition(17, 0)))) {
      LogSplitSerializer serializer = LogSplitSerializer.INSTANCE;
      LogSplit back = serializer.deserialize(2, serializer.serialize(original));
      assertThat(back)
          .usingRecursiveComparison()
          .ignoringFields("serializedFormCache")
          .isEqualTo(original);
      assertThat(back.remaining()).isEqualTo(original.remaining());
    }
  }

  @Test
  void aSplitGoesOnAtItsPositionAlsoBehindItsEnd() {
    LogSplit split = LogSplit.fresh(BIG, 3, 10, 10);
    assertThat(split.remaining()).isEqualTo(new ByteRange(10, 20, false));
    assertThat(split.updateWithCheckpointedPosition(new CheckpointedPosition(17, 0)).remaining())
        .isEqualTo(new ByteRange(17, 20, true));
    assertThat(split.updateWithCheckpointedPosition(new CheckpointedPosition(23, 0)).remaining())
        .isEqualTo(new ByteRange(23, 23, true));
  }

  private static Collection<FileSourceSplit> split(ReadOrder order) {
    return new LogFileEnumerator(List.of(SMALL, BIG, PACKED, EMPTY), order, 10)
        .enumerateSplits(new Path[0], 1);
  }

  private static String describe(FileSourceSplit split) {
    return Integer.parseInt(split.splitId())
        + " "
        + split.path().getName()
        + " "
        + split.offset()
        + "+"
        + split.length();
  }

  private static LogFile file(String name, Compression compression, long size) {
    EventOrigin origin = new EventOrigin(name, "h", "s", "st", "main");
    return new LogFile(
        new Path("file:///logs/" + name), origin, compression, RecordFormat.LINES, size, null);
  }
}
