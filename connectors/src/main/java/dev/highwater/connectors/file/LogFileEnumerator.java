package dev.highwater.connectors.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.Path;

/** Cuts a fixed list of files into splits: byte ranges, or whole files where they are packed. */
final class LogFileEnumerator implements FileEnumerator {

  private final List<LogFile> files;
  private final ReadOrder order;
  private final long splitBytes;

  LogFileEnumerator(List<LogFile> files, ReadOrder order, long splitBytes) {
    this.files = files;
    this.order = order;
    this.splitBytes = splitBytes;
  }

  /** Takes no notice of the paths: the files are known, with their origins. */
  @Override
  public Collection<FileSourceSplit> enumerateSplits(Path[] paths, int minDesiredSplits) {
    List<LogSplit> inFileOrder = new ArrayList<>();
    for (LogFile file : files) {
      cut(file, inFileOrder);
    }
    List<FileSourceSplit> ranked = new ArrayList<>(inFileOrder.size());
    for (LogSplit split : order.sorted(inFileOrder)) {
      ranked.add(LogSplit.fresh(split.file(), ranked.size(), split.offset(), split.length()));
    }
    return ranked;
  }

  private void cut(LogFile file, List<LogSplit> splits) {
    long step = file.isSplittable() ? splitBytes : Math.max(file.size(), 1);
    for (long offset = 0; offset < file.size(); offset += step) {
      long length = Math.min(step, file.size() - offset);
      splits.add(LogSplit.fresh(file, splits.size(), offset, length));
    }
  }
}
