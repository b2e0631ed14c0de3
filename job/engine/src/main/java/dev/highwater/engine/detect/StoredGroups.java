package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a partition holds for its runs. */
@FunctionalInterface
public interface StoredGroups {

  /**
   * What is stored of a scan in a window.
   *
   * @param knownMillis when the run is done: what is known later is left out
   * @return for each group any number of entries, whose sum it is
   */
  List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> in(
      String detection, int scan, SearchWindow window, long knownMillis);

  /** What stands in the entries of any detections. */
  static StoredGroups of(Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored) {
    return (detection, scan, window, knownMillis) -> {
      List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> searched = new ArrayList<>();
      for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> entry : stored) {
        GroupSlice slice = entry.getKey();
        if (slice.detection().equals(detection)
            && slice.scan() == scan
            && window.contains(slice.sliceMillis())
            && slice.contribution().knownMillis() <= knownMillis) {
          searched.add(entry);
        }
      }
      return searched;
    };
  }
}
