package dev.highwater.engine.content;

import java.util.List;

/**
 * A test that a detection's author wrote: it must find something in this data, or nothing.
 *
 * @param manual why only a person can do it, empty where that is not said
 * @param findsNothing whether the data must give no row ({@code expect: nothing}, ours)
 */
public record DetectionCase(
    String name, List<AttackData> attackData, String manual, boolean findsNothing) {

  public DetectionCase {
    attackData = List.copyOf(attackData);
  }

  /**
   * A dataset to replay.
   *
   * @param data a URL or a path
   * @param index empty for the default one
   * @param host empty for the default one
   */
  public record AttackData(
      String data, String source, String sourcetype, String index, String host) {}
}
