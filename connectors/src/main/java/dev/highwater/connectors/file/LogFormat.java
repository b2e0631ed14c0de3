package dev.highwater.connectors.file;

import dev.highwater.engine.event.RawEvent;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.metrics.Counter;

/** Reads splits of log files. */
interface LogFormat extends BulkFormat<RawEvent, LogSplit> {

  /** The same format; it counts the uncompressed bytes that it reads. */
  LogFormat countingInto(Counter counter);
}
