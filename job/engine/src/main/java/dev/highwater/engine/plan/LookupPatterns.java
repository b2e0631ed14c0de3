package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Rows whose cells are patterns. By the text at the end or the beginning of its first pattern a row
 * is found without trying the others: {@code *.example.com} is looked up under {@code
 * .example.com}.
 */
final class LookupPatterns {

  /** Long enough to tell most patterns apart, short enough for few lengths to be looked for. */
  private static final int MOST_INSIDE = 6;

  private final List<MatchType> types;
  private final boolean isCaseSensitive;
  private final List<Row> rows = new ArrayList<>();
  private final List<List<Predicate<String>>> tests = new ArrayList<>();
  private final List<Integer> anywhere = new ArrayList<>();

  /** Row numbers by the length of the text at the end of the pattern, then by that text. */
  private final Map<Integer, Map<String, List<Integer>>> byEnd = new TreeMap<>();

  private final Map<Integer, Map<String, List<Integer>>> byBeginning = new TreeMap<>();

  /** As {@link #byEnd}, for texts of up to {@link #MOST_INSIDE} characters anywhere. */
  private final Map<Integer, Map<String, List<Integer>>> inside = new TreeMap<>();

  /**
   * @param types of the columns, none of them exact, at least one
   */
  LookupPatterns(List<MatchType> types, boolean isCaseSensitive) {
    this.types = types;
    this.isCaseSensitive = isCaseSensitive;
  }

  void add(Row row, List<String> patterns) {
    int number = rows.size();
    rows.add(row);
    List<Predicate<String>> test = new ArrayList<>(patterns.size());
    for (int i = 0; i < patterns.size(); i++) {
      test.add(test(types.get(i), patterns.get(i)));
    }
    tests.add(test);
    file(number, types.get(0), patterns.get(0));
  }

  private Predicate<String> test(MatchType type, String pattern) {
    if (type == MatchType.CIDR) {
      CidrBlock block = CidrBlock.parse(pattern);
      return block == null ? text -> text.equals(pattern) : block::contains;
    }
    WildcardPattern wildcard =
        isCaseSensitive ? WildcardPattern.exact(pattern) : WildcardPattern.ignoringCase(pattern);
    return wildcard::matches;
  }

  private void file(int number, MatchType type, String pattern) {
    String folded = fold(pattern);
    String end = folded.substring(folded.lastIndexOf('*') + 1);
    int star = folded.indexOf('*');
    String beginning = star < 0 ? folded : folded.substring(0, star);
    if (type == MatchType.CIDR) {
      anywhere.add(number);
    } else if (end.isEmpty() && beginning.isEmpty()) {
      fileInside(number, folded);
    } else if (end.isEmpty()) {
      put(byBeginning, beginning, number);
    } else {
      put(byEnd, end, number);
    }
  }

  /** Under the beginning of its longest text: every match holds it somewhere. */
  private void fileInside(int number, String folded) {
    String longest =
        WildcardPattern.exact(folded).literals().stream()
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    if (longest.isEmpty()) {
      anywhere.add(number);
    } else {
      put(inside, longest.substring(0, Math.min(MOST_INSIDE, longest.length())), number);
    }
  }

  private static void put(Map<Integer, Map<String, List<Integer>>> index, String text, int number) {
    index
        .computeIfAbsent(text.length(), length -> new HashMap<>())
        .computeIfAbsent(text, key -> new ArrayList<>())
        .add(number);
  }

  private String fold(String text) {
    return isCaseSensitive ? text : CaseFolding.fold(text);
  }

  /** The rows that match, in their order, no more than {@code most}. */
  List<Row> matches(List<String> values, int most) {
    BitSet candidates = candidates(fold(values.get(0)));
    List<Row> matching = new ArrayList<>();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (matching.size() == most) {
        break;
      }
      if (passes(tests.get(i), values)) {
        matching.add(rows.get(i));
      }
    }
    return matching;
  }

  private BitSet candidates(String text) {
    BitSet candidates = new BitSet();
    anywhere.forEach(candidates::set);
    byEnd.forEach(
        (length, rowsByText) -> {
          if (length <= text.length()) {
            rowsByText
                .getOrDefault(text.substring(text.length() - length), List.of())
                .forEach(candidates::set);
          }
        });
    byBeginning.forEach(
        (length, rowsByText) -> {
          if (length <= text.length()) {
            rowsByText.getOrDefault(text.substring(0, length), List.of()).forEach(candidates::set);
          }
        });
    inside.forEach(
        (length, rowsByText) -> {
          for (int at = 0; at + length <= text.length(); at++) {
            rowsByText
                .getOrDefault(text.substring(at, at + length), List.of())
                .forEach(candidates::set);
          }
        });
    return candidates;
  }

  private static boolean passes(List<Predicate<String>> tests, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!tests.get(i).test(values.get(i))) {
        return false;
      }
    }
    return true;
  }
}
