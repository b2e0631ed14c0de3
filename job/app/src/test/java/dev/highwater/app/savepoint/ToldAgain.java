package dev.highwater.app.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares what was told across a stop with what is told without one.
 *
 * @param told lines of {@link ToldLines}
 * @param expected those of a job that never stopped
 */
record ToldAgain(List<String> told, List<String> expected) {

  private static final Set<String> NEWER = Set.of("FINDINGS", "SLICES_NOW", "BYTES_NOW");
  private static final Pattern CORRELATION = Pattern.compile("^\\w+\\t[^\\t]*(sums|texts).*");
  private static final Pattern WITHOUT_THROTTLE =
      Pattern.compile("^(found|notified)\\t[^\\t]*texts.*");

  /**
   * Asserts that each line is there as often. Where runs are done again, of searches that correlate
   * only what they say in the end: how much of what is amended at once one of their runs sees,
   * chance decides, and with it what is held back.
   */
  void assertSame(TrialKind kind) {
    if (kind == TrialKind.PLAIN) {
      assertSameLines();
    } else {
      new ToldAgain(ofEvents(told), ofEvents(expected)).assertSameLines();
      assertThat(last(told)).isNotEmpty().isEqualTo(last(expected));
    }
  }

  private void assertSameLines() {
    List<String> before = ofOldCounters(expected);
    List<String> after = ofOldCounters(told);
    assertThat(without(after, before)).as("told, and not expected").isEmpty();
    assertThat(without(before, after)).as("expected, and not told").isEmpty();
  }

  /** Without what the builds that made the savepoints did not count. */
  private static List<String> ofOldCounters(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("count\t") || !NEWER.contains(line.split("\t", -1)[2]))
        .toList();
  }

  private static List<String> ofEvents(List<String> lines) {
    return lines.stream().filter(line -> !CORRELATION.matcher(line).matches()).toList();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  /** What the last revision of each id says, by kind and id; nothing of what is withdrawn. */
  private static Map<String, String> last(List<String> lines) {
    Map<String, Integer> revisions = new TreeMap<>();
    Map<String, String> last = new TreeMap<>();
    for (String line : lines) {
      if (WITHOUT_THROTTLE.matcher(line).matches()) {
        String[] parts = line.split("\t", -1);
        String id = parts[0] + ' ' + parts[2];
        int revision = Integer.parseInt(parts[4]);
        if (revision >= revisions.getOrDefault(id, 0)) {
          revisions.put(id, revision);
          last.put(id, parts[3].equals("WITHDRAWN") ? "" : parts[5]);
        }
      }
    }
    last.values().removeIf(String::isEmpty);
    return last;
  }
}
