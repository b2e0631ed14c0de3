package dev.highwater.engine.compile;

import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SearchValue.Directive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a value's text against what a search expression says: case-insensitive, wildcards,
 * subnets (S-011, S-014).
 */
final class ValueTest {

  private ValueTest() {}

  static Predicate<String> of(SearchValue value) {
    String text = value.text();
    if (value.directive() == Directive.CASE) {
      return WildcardPattern.exact(text)::matches;
    }
    if (value.hasWildcard()) {
      return WildcardPattern.ignoringCase(text)::matches;
    }
    CidrBlock block = CidrBlock.parse(text);
    String folded = CaseFolding.fold(text);
    Predicate<String> same = candidate -> CaseFolding.equal(folded, candidate);
    return block == null ? same : same.or(block::contains);
  }

  /**
   * Passes when any of the values does; the plain ones are looked up, not tried one after the
   * other.
   */
  static Predicate<String> anyOf(List<SearchValue> values) {
    Set<String> plain = new HashSet<>();
    List<Predicate<String>> others = new ArrayList<>();
    for (SearchValue value : values) {
      if (isPlain(value)) {
        plain.add(CaseFolding.fold(value.text()));
      } else {
        others.add(of(value));
      }
    }
    return text -> {
      if (!plain.isEmpty() && plain.contains(CaseFolding.fold(text))) {
        return true;
      }
      for (Predicate<String> other : others) {
        if (other.test(text)) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean isPlain(SearchValue value) {
    @Nullable CidrBlock block = CidrBlock.parse(value.text());
    return !value.hasWildcard() && value.directive() != Directive.CASE && block == null;
  }
}
