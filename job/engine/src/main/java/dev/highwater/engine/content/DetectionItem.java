package dev.highwater.engine.content;

import dev.highwater.engine.risk.FindingActions;
import java.util.Set;

/**
 * A detection as a running job carries and stores it: texts, so that it outlives any change of the
 * classes that run it.
 *
 * @param search with all macros expanded
 * @param actions what is done with its findings
 * @param inputs the inputs whose records it sees, as {@code EventOrigin.input} names them; all when
 *     empty. So many tests, each with data of its own, run as one job.
 */
public record DetectionItem(
    String id,
    String name,
    int version,
    String type,
    String search,
    ScheduleItem schedule,
    FindingActions actions,
    Set<String> inputs) {

  /** The type of a search that is no detection: it runs once, for somebody who asks. */
  private static final String AD_HOC = "ad-hoc search";

  public DetectionItem {
    inputs = Set.copyOf(inputs);
  }

  /** One that sees the records of all inputs. */
  public DetectionItem(
      String id,
      String name,
      int version,
      String type,
      String search,
      ScheduleItem schedule,
      FindingActions actions) {
    this(id, name, version, type, search, schedule, actions, Set.of());
  }

  /** The same for the records of some inputs only. */
  public DetectionItem withInputs(Set<String> chosen) {
    return new DetectionItem(id, name, version, type, search, schedule, actions, chosen);
  }

  /** The same under another id, for the records of some inputs only. */
  public DetectionItem as(String otherId, Set<String> chosen) {
    return new DetectionItem(otherId, name, version, type, search, schedule, actions, chosen);
  }

  /** Whether it sees the records of an input. */
  public boolean sees(String input) {
    return inputs.isEmpty() || inputs.contains(input);
  }

  /**
   * A search that is no detection: it runs once, whatever events there are, and its rows are wanted
   * in its own order.
   *
   * @param search with all macros expanded
   */
  public static DetectionItem adHoc(String id, String name, String search, ScheduleItem schedule) {
    return new DetectionItem(id, name, 1, AD_HOC, search, schedule, FindingActions.none(name));
  }

  /** The same as a search that runs for the lookups that it writes (S-1140). */
  public DetectionItem asBaseline() {
    return new DetectionItem(
        id, name, version, Detection.BASELINE, search, schedule, actions, inputs);
  }

  /** Whether it was made by {@link #adHoc}. */
  public boolean isAdHoc() {
    return type.equals(AD_HOC);
  }

  /** Whether it runs for the lookups that it writes, so that its rows are no findings (S-1140). */
  public boolean isBaseline() {
    return type.equals(Detection.BASELINE);
  }
}
