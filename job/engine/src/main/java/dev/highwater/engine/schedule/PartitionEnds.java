package dev.highwater.engine.schedule;

import java.io.Serializable;
import java.util.Map;

/** Tells of which partitions of a stream a reader has read all that there is (S-2045). */
public interface PartitionEnds extends Serializable {

  /** Begins to watch them; the watch is of one thread, and has to be closed. */
  Watch watch();

  /** Looks again and again where partitions end. */
  interface Watch extends AutoCloseable {

    /**
     * The partitions that had nothing more to read when they were last looked at. Does not wait.
     *
     * @param nextOffsets by partition, where the reader goes on
     * @throws IllegalStateException when nobody looks any more (S-2060)
     */
    Map<String, Standing> standing(Map<String, Long> nextOffsets);

    @Override
    void close();
  }

  /**
   * A partition had nothing more to read.
   *
   * @param nextOffset for a reader that goes on there
   * @param atMillis the time of day when that was seen, epoch milliseconds
   */
  record Standing(long nextOffset, long atMillis) {}
}
