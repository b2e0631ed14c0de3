package dev.highwater.flink;

import dev.highwater.engine.detect.Throttle;
import dev.highwater.engine.finding.Finding;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/** Findings that may hold each other back have the same key. */
final class ThrottleScope implements KeySelector<Finding, String> {

  private static final long serialVersionUID = 1L;

  private final JobContent content;
  private transient @Nullable Throttle throttle;

  ThrottleScope(JobContent content) {
    this.content = content;
  }

  @Override
  public String getKey(Finding finding) {
    Throttle current = throttle;
    if (current == null) {
      // Scopes ask nothing of places, so that no task is needed here.
      current = new Throttle(content.detections());
      throttle = current;
    }
    return current.scopeOf(finding);
  }
}
