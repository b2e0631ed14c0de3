package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What partial aggregates are stored under: a key of a scan of a detection in a slice of time.
 *
 * @param scan number of the scan in its search
 * @param sliceMillis start of the slice
 * @param contribution the event that they come from, where that matters
 */
public record GroupSlice(
    String detection,
    int scan,
    long sliceMillis,
    List<@Nullable FieldValue> key,
    Contribution contribution) {

  /** What partial aggregates of any events are stored under. */
  public GroupSlice(String detection, int scan, long sliceMillis, List<@Nullable FieldValue> key) {
    this(detection, scan, sliceMillis, key, Contribution.NONE);
  }

  /**
   * Whether this is stored of an earlier form of the event that the other one comes from, raised by
   * the same run. What another run raised under the same id stays for the runs before it (S-1963).
   */
  public boolean isReplacedBy(GroupSlice other) {
    return contribution.isOfOneEvent()
        && contribution.id().equals(other.contribution.id())
        && detection.equals(other.detection)
        && scan == other.scan
        && contribution.knownMillis() == other.contribution.knownMillis();
  }
}
