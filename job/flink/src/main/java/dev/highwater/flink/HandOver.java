package dev.highwater.flink;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.Serializable;

/**
 * An archive is read before the partitions of a live stream, by the same reader. Events before a
 * time count where the archive has them, the others where the partitions do (S-2070).
 *
 * @param atMillis the first time that is the partitions', epoch milliseconds
 * @param archive how early an event can still be at each place of the archive
 */
public record HandOver(long atMillis, ReadingClock archive) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No file and no partition has a name of no length. */
  private static final String NOWHERE = "";

  /** What the reader has to give between the two, as a silent stream would not tell. */
  public static RawEvent mark() {
    return RawEvent.of(new EventOrigin(NOWHERE, "", "", "", ""), 0, "");
  }

  static boolean isMark(RawEvent record) {
    return record.origin().input().isEmpty();
  }
}
