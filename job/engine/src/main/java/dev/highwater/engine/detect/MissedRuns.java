package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which runs missed which events, as a live job has told of them (S-1401). Immutable. */
public final class MissedRuns {

  /** Every run has seen every event that it searches. */
  public static final MissedRuns NONE = new MissedRuns(Map.of());

  private final Map<Missing, Set<Long>> scheduled;

  private record Missing(String detection, EventPosition event) {}

  private MissedRuns(Map<Missing, Set<Long>> scheduled) {
    this.scheduled = scheduled;
  }

  /** Those that were told; one that is done again with its event (S-1408) has not missed it. */
  public static MissedRuns of(Collection<Outcome.Late> told) {
    Map<Missing, Set<Long>> scheduled = new HashMap<>();
    for (Outcome.Late late : told) {
      if (!late.isAmended()) {
        scheduled
            .computeIfAbsent(new Missing(late.detection(), late.position()), key -> new HashSet<>())
            .add(late.window().scheduledMillis());
      }
    }
    return new MissedRuns(scheduled);
  }

  public boolean isEmpty() {
    return scheduled.isEmpty();
  }

  /**
   * The scheduled times of the runs of a detection that missed an event.
   *
   * @param event {@code null} of one that was in time
   */
  Set<Long> of(String detection, @Nullable EventPosition event) {
    return event == null
        ? Set.of()
        : scheduled.getOrDefault(new Missing(detection, event), Set.of());
  }
}
