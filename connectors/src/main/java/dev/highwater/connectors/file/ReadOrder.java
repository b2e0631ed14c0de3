package dev.highwater.connectors.file;

import java.util.Comparator;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;

/** In which order a source hands out its files. */
public enum ReadOrder {
  /** The biggest parts first, so that no reader is left with a big one at the end. */
  BIGGEST_FIRST {
    @Override
    List<LogSplit> sorted(List<LogSplit> inFileOrder) {
      return inFileOrder.stream()
          .sorted(Comparator.comparingLong(FileSourceSplit::length).reversed())
          .toList();
    }
  },
  /** As the files were given, each from its beginning. */
  AS_GIVEN {
    @Override
    List<LogSplit> sorted(List<LogSplit> inFileOrder) {
      return inFileOrder;
    }
  };

  /** The splits in the order of their hand-out; the sort is stable. */
  abstract List<LogSplit> sorted(List<LogSplit> inFileOrder);
}
