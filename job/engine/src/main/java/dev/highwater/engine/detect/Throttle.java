package dev.highwater.engine.detect;

import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds back findings after others like them (S-432 to S-434, S-1406). Findings of equal scope have
 * to meet, in the order of {@link #order}. Not safe for use by several threads.
 */
public final class Throttle {

  private final DetectionSet detections;
  private final Map<String, ScheduledSearch> searches = new HashMap<>();

  public Throttle(DetectionSet detections) {
    this.detections = detections;
  }

  /** What became of a finding. */
  public sealed interface Verdict {

    /** It counts, and holds back others from now on. */
    record Passed(Suppressor suppressor) implements Verdict {}

    /** It does not count. */
    record HeldBack(Suppressor by) implements Verdict {}
  }

  /** How the findings of a detection are throttled; null where every one counts. */
  public @Nullable Throttling throttlingOf(Finding finding) {
    return detections.detectionOf(finding).item().schedule().throttling();
  }

  /** Findings of equal scope may hold each other back. */
  public String scopeOf(Finding finding) {
    Throttling throttling = throttlingOf(finding);
    if (throttling == null) {
      return finding.findingId();
    }
    String group = throttling.groupName();
    StringBuilder scope =
        new StringBuilder(group.isEmpty() ? "of " + finding.detectionId() : "group " + group);
    for (String field : throttling.fields()) {
      FieldValue value = finding.row().get(field);
      String text = value == null ? "" : String.join("\n", texts(value)); // S-433
      scope.append('\0').append(text.length()).append(':').append(text);
    }
    return scope.toString();
  }

  private static Iterable<String> texts(FieldValue value) {
    return value.members().stream().map(FieldValue::text).toList();
  }

  /** When a finding is looked at: all findings of that time have been found. */
  public long dueMillis(Finding finding) {
    RunningDetection detection = detections.detectionOf(finding);
    return searches
        .computeIfAbsent(detection.key(), key -> new ScheduledSearch(detection))
        .dueMillis(finding.window().scheduledMillis());
  }

  /** As they fall due, then by scheduled time, detection and id. */
  public Comparator<Finding> order() {
    return Comparator.comparingLong(this::dueMillis)
        .thenComparingLong(finding -> finding.window().scheduledMillis())
        .thenComparing(Finding::detectionId)
        .thenComparing(Finding::findingId);
  }

  /**
   * Whether a finding counts.
   *
   * @param before what its scope has passed, null for nothing
   */
  public Verdict judge(Finding finding, Throttling throttling, @Nullable Suppressor before) {
    return before != null && before.holdsBack(finding, throttling)
        ? new Verdict.HeldBack(before)
        : new Verdict.Passed(Suppressor.of(finding, throttling));
  }

  /** Gives the findings that count, and the others with what holds them back. */
  public void apply(
      Iterable<Finding> inOrder, Consumer<Finding> passed, Consumer<Outcome.Suppressed> held) {
    Map<String, Suppressor> byScope = new HashMap<>();
    for (Finding finding : inOrder) {
      Throttling throttling = throttlingOf(finding);
      if (throttling == null) {
        passed.accept(finding);
        continue;
      }
      String scope = scopeOf(finding);
      Verdict verdict = judge(finding, throttling, byScope.get(scope));
      if (verdict instanceof Verdict.HeldBack back) {
        held.accept(new Outcome.Suppressed(finding, back.by()));
      } else if (verdict instanceof Verdict.Passed pass) {
        byScope.put(scope, pass.suppressor());
        passed.accept(finding);
      }
    }
  }
}
