package dev.highwater.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The windows and slices of one schedule for events that mostly come in the order of time: a
 * further event of the same slice costs two comparisons. Not safe for use by several threads.
 */
public final class WindowCursor {

  private final SearchSchedule schedule;
  private @Nullable Slice slice;
  private @Nullable List<SearchWindow> windows;

  public WindowCursor(SearchSchedule schedule) {
    this.schedule = schedule;
  }

  public SearchSchedule schedule() {
    return schedule;
  }

  /** As {@link SearchSchedule#sliceOf}. */
  public Slice sliceOf(long eventMillis) {
    Slice current = slice;
    if (current == null || !current.contains(eventMillis)) {
      current = schedule.sliceOf(eventMillis);
      slice = current;
      windows = null;
    }
    return current;
  }

  /** As {@link SearchSchedule#windowsContaining}. */
  public List<SearchWindow> windowsContaining(long eventMillis) {
    sliceOf(eventMillis);
    List<SearchWindow> current = windows;
    if (current == null) {
      current = schedule.windowsContaining(eventMillis);
      windows = current;
    }
    return current;
  }
}
