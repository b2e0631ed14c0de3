package dev.highwater.engine.detect;

import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.FieldLiteral;
import dev.highwater.engine.plan.LiteralClause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts one of which every event of a source holds that a filter lets pass.
 *
 * @param isImpossible no event of the source can pass
 * @param anyOf empty when nothing is known
 */
record RawLiterals(boolean isImpossible, Set<String> anyOf) {

  /** Shorter ones are in nearly every event. */
  private static final int SHORTEST = 3;

  private static final RawLiterals UNKNOWN = new RawLiterals(false, Set.of());

  /**
   * The best of the clauses: the one whose shortest text is longest.
   *
   * @param origins where the fields of the clauses come from
   */
  static RawLiterals of(List<LiteralClause> clauses, LiteralTracing.Origins origins) {
    RawLiterals best = UNKNOWN;
    for (LiteralClause clause : clauses) {
      Optional<Set<String>> traced = trace(clause, origins);
      if (traced.isPresent() && traced.get().isEmpty()) {
        return new RawLiterals(true, Set.of());
      }
      RawLiterals literals = new RawLiterals(false, traced.orElse(Set.of()));
      best = literals.selectivity() > best.selectivity() ? literals : best;
    }
    return best;
  }

  private static Optional<Set<String>> trace(LiteralClause clause, LiteralTracing.Origins origins) {
    Set<String> all = new TreeSet<>();
    for (FieldLiteral each : clause.anyOf()) {
      Optional<Set<String>> traced = origins.trace(each.field(), each.literal());
      if (traced.isEmpty() || traced.get().stream().anyMatch(text -> text.length() < SHORTEST)) {
        return Optional.empty();
      }
      all.addAll(traced.get());
    }
    return Optional.of(all);
  }

  private int selectivity() {
    return anyOf.stream().mapToInt(String::length).min().orElse(0);
  }
}
