package dev.highwater.engine.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that a detection's author wrote: it must find something in this data, or nothing.
 *
 * @param manual why only a person can do it, empty where that is not said
 * @param findsNothing whether the data must give no row ({@code expect: nothing}, ours)
 * @param expected the rows that it must find; null where that is not said (ours)
 * @param schedule for the runs of a schedule; null for a search over all of the data (ours)
 * @param seeds what has to be there before (ours)
 */
public record DetectionCase(
    String name,
    List<AttackData> attackData,
    String manual,
    boolean findsNothing,
    @Nullable ExpectedRows expected,
    @Nullable ScheduleCase schedule,
    CaseSeeds seeds) {

  public DetectionCase {
    attackData = List.copyOf(attackData);
  }

  /** A test as content has them: over all of the data, which must give something. */
  public DetectionCase(String name, List<AttackData> attackData, String manual) {
    this(name, attackData, manual, false, null, null, CaseSeeds.NONE);
  }

  /**
   * A dataset to replay.
   *
   * @param data a URL or a path
   * @param index empty for the default one
   * @param host empty for the default one
   * @param arrival a file that says when each line of the data came; empty where its records say so
   *     themselves, or it does not matter (ours)
   */
  public record AttackData(
      String data, String source, String sourcetype, String index, String host, String arrival) {

    /** Data without times of arrival. */
    public AttackData(String data, String source, String sourcetype, String index, String host) {
      this(data, source, sourcetype, index, host, "");
    }
  }
}
