package dev.highwater.app.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares what was told across a stop with what is told without one.
 *
 * @param told lines of {@link ToldLines}
 * @param expected those of a job that never stopped
 */
record ToldAgain(List<String> told, List<String> expected) {

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
    assertThat(without(ofKnownCounters(), expected)).as("told, and not expected").isEmpty();
    assertThat(without(expected, told)).as("expected, and not told").isEmpty();
  }

  /** What is told but for counters that there were not when the savepoint was made. */
  private List<String> ofKnownCounters() {
    Set<String> known = new TreeSet<>();
    expected.forEach(line -> known.add(counter(line)));
    return told.stream().filter(line -> known.contains(counter(line))).toList();
  }

  /** The name of the counter of a line of the ledger; empty of all others. */
  private static String counter(String line) {
    String[] parts = line.split("\t", -1);
    return parts[0].equals("count") ? parts[2] : "";
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
