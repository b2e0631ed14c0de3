package dev.highwater.flink;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the content of a live job may change.
 *
 * @param feed where other content comes from; {@code null} when it comes with a restart only
 * @param parallelism how many subtasks route risk
 * @param amendMillis how long after a run late events have it done again
 * @param mostFaults how often a detection may fail before it is not tried any more
 */
record LiveContent(@Nullable ContentFeed feed, int parallelism, long amendMillis, int mostFaults)
    implements Serializable {

  private static final long serialVersionUID = 1L;
}
