package dev.highwater.engine.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was counted, for the whole input and for each detection. Ledgers of parts add up. Not safe
 * for several threads.
 */
public final class Ledger {

  /** Stands for the whole input where a detection's id could stand. */
  public static final String INPUT = "";

  /** Stands for the risk events of the second pass where a detection's id could stand. */
  public static final String RISK = " risk";

  private final Map<String, Map<Counter, Long>> counts = new TreeMap<>();

  public void add(String detection, Counter counter, long number) {
    counts
        .computeIfAbsent(detection, id -> new EnumMap<>(Counter.class))
        .merge(counter, number, counter::merge);
  }

  /** The number, 0 when nothing was counted. */
  public long count(String detection, Counter counter) {
    return find(detection, counter).orElse(0);
  }

  /** The number, where something was counted. */
  public OptionalLong find(String detection, Counter counter) {
    Long number = counts.getOrDefault(detection, Map.of()).get(counter);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The ids of which something was counted. */
  public Set<String> counted() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  public void addAll(Ledger other) {
    other.counts.forEach(
        (detection, numbers) -> numbers.forEach((counter, n) -> add(detection, counter, n)));
  }

  /** The same but for some counters. */
  public Ledger without(Set<Counter> counters) {
    Ledger rest = new Ledger();
    counts.forEach(
        (detection, numbers) ->
            numbers.forEach(
                (counter, number) -> {
                  if (!counters.contains(counter)) {
                    rest.add(detection, counter, number);
                  }
                }));
    return rest;
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<String, Map<Counter, Long>> entry : counts.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().size());
      for (Map.Entry<Counter, Long> number : entry.getValue().entrySet()) {
        out.writeUTF(number.getKey().name());
        out.writeLong(number.getValue());
      }
    }
  }

  public static Ledger read(DataInput in) throws IOException {
    Ledger ledger = new Ledger();
    int detections = in.readInt();
    for (int i = 0; i < detections; i++) {
      String detection = in.readUTF();
      int numbers = in.readInt();
      for (int j = 0; j < numbers; j++) {
        ledger.add(detection, Counter.valueOf(in.readUTF()), in.readLong());
      }
    }
    return ledger;
  }
}
