package dev.highwater.flink;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What tells a job how far its stream has come; without one it is known at the end only. */
public sealed interface StreamClock extends Serializable
    permits ReadingClock, LiveClock, PartitionedClock, ArrivalClock {

  /** How a stream that comes live is waited for; null for one that does not. */
  default @Nullable LiveClock live() {
    return null;
  }
}
