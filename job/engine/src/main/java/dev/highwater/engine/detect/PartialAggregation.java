package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Accumulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Merges groups that have detection, slice and key in common before they travel. Holds no more than
 * it is told; not safe for use by several threads.
 */
public final class PartialAggregation {

  private final DetectionSet detections;
  private final int capacity;
  private final Map<GroupSlice, Pending> pending = new HashMap<>();

  /** What is held of a group; the first events behind it where these are kept. */
  private static final class Pending {

    private final RoutedGroup first;
    private final List<Accumulator> accumulators;
    private @Nullable FieldValue events;

    private Pending(RoutedGroup first, List<Accumulator> accumulators) {
      this.first = first;
      this.accumulators = accumulators;
    }

    private void add(List<@Nullable FieldValue> partials) {
      for (int i = 0; i < accumulators.size(); i++) {
        accumulators.get(i).merge(partials.get(i));
      }
      if (partials.size() > accumulators.size()) {
        events = FirstEvents.merge(events, partials.get(accumulators.size()));
      }
    }
  }

  /**
   * @param capacity groups held at most
   */
  public PartialAggregation(DetectionSet detections, int capacity) {
    this.detections = detections;
    this.capacity = capacity;
  }

  /** Takes in a group; gives all that is held when it is full. */
  public void add(RoutedGroup group, Consumer<RoutedGroup> out) {
    GroupSlice slot = group.slice();
    Pending held = pending.get(slot);
    if (held == null) {
      if (pending.size() >= capacity) {
        flush(out);
      }
      held = new Pending(group, start(group));
      pending.put(slot, held);
    }
    held.add(group.partials());
  }

  private List<Accumulator> start(RoutedGroup group) {
    return detections.detection(group.detection()).plan().scans().get(group.scan()).form().start();
  }

  /** Gives all that is held and holds nothing any more. */
  public void flush(Consumer<RoutedGroup> out) {
    pending.values().forEach(held -> out.accept(merged(held)));
    pending.clear();
  }

  private static RoutedGroup merged(Pending held) {
    RoutedGroup first = held.first;
    List<@Nullable FieldValue> partials = new ArrayList<>(first.partials().size());
    for (Accumulator accumulator : held.accumulators) {
      partials.add(accumulator.partial());
    }
    if (first.partials().size() > partials.size()) {
      partials.add(held.events);
    }
    return new RoutedGroup(
        first.detection(),
        first.scope(),
        first.scan(),
        first.partitionKey(),
        first.timeMillis(),
        first.sliceMillis(),
        first.key(),
        partials,
        null,
        first.contribution());
  }
}
