package dev.highwater.app.verify;

import dev.highwater.engine.detect.FunnelStep;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Where the events of a search were lost, for people. */
final class FunnelText {

  private FunnelText() {}

  /**
   * A line for each step; below the one behind which nothing is left the event that came nearest.
   */
  static void print(List<FunnelStep> steps, PrintWriter out) {
    for (FunnelStep step : steps) {
      out.printf(Locale.ROOT, "  %,10d  %s%n", step.left(), step.what());
      FunnelStep.NearMiss nearest = step.nearest();
      if (nearest != null && step.left() == 0) {
        out.printf(
            "              nearest, at %s:%d: %s%n",
            nearest.input(), nearest.offset(), nearest.values());
      }
    }
  }
}
