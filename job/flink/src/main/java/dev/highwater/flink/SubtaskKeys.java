package dev.highwater.flink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Keys that a keyed exchange takes to one subtask each, so that all of them can be told. */
final class SubtaskKeys {
  private SubtaskKeys() {}

  /**
   * A key for each subtask of the receiving operator, in their order.
   *
   * @param subtasks at most as many as {@code maxParallelism}; should fewer run, each still has one
   */
  static List<String> of(int subtasks, int maxParallelism) {
    if (subtasks > maxParallelism) {
      throw new IllegalArgumentException(
          "Invalid subtasks: " + subtasks + " (must be at most " + maxParallelism + ")");
    }
    String[] keys = new String[subtasks];
    int missing = subtasks;
    for (int i = 0; missing > 0; i++) {
      String key = "content " + i;
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
      int subtask =
          KeyGroupRangeAssignment.computeOperatorIndexForKeyGroup(maxParallelism, subtasks, group);
      if (keys[subtask] == null) {
        keys[subtask] = key;
        missing--;
      }
    }
    return new ArrayList<>(Arrays.asList(keys));
  }
}
