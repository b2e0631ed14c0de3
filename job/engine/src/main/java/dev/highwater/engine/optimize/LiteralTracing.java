package dev.highwater.engine.optimize;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.Functions;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows a text that a calculated value must hold back to the fields that the value is made of, so
 * that undecoded events can be searched for it. Sound, not complete: what it does not understand it
 * calls unknown.
 */
public final class LiteralTracing {

  private static final Map<String, EvalFunction> FUNCTIONS = Functions.byName();

  private LiteralTracing() {}

  /** Where fields come from. */
  @FunctionalInterface
  public interface Origins {

    /** As {@link LiteralTracing#trace}, for the value of a field. */
    Optional<Set<String>> trace(String field, String literal);
  }

  /**
   * Texts of which the event holds at least one whenever the expression's value holds {@code
   * literal}. An empty set: the value never holds it. Nothing: unknown.
   *
   * @param literal ASCII, lower case; case does not count
   */
  public static Optional<Set<String>> trace(
      Expression expression, String literal, Origins origins) {
    if (expression instanceof Expression.Field field) {
      return origins.trace(field.name(), literal);
    } else if (expression instanceof Expression.Literal constant) {
      return ofConstant(constant.value(), literal);
    } else if (expression instanceof Expression.Call call) {
      return ofCall(call, literal, origins);
    }
    return Optional.empty();
  }

  private static Optional<Set<String>> ofConstant(FieldValue value, String literal) {
    return CaseFolding.fold(value.text()).contains(literal)
        ? Optional.empty()
        : Optional.of(Set.of());
  }

  private static Optional<Set<String>> ofCall(
      Expression.Call call, String literal, Origins origins) {
    EvalFunction function = FUNCTIONS.get(call.function());
    List<Expression> choices = function == null ? null : function.passes(call.arguments());
    if (choices != null) {
      return either(choices, literal, origins);
    }
    return call.function().equals("replace")
        ? ofReplace(call.arguments(), literal, origins)
        : Optional.empty();
  }

  private static Optional<Set<String>> either(
      List<Expression> choices, String literal, Origins origins) {
    Set<String> all = new TreeSet<>();
    for (Expression choice : choices) {
      Optional<Set<String>> traced = trace(choice, literal, origins);
      if (traced.isEmpty()) {
        return traced;
      }
      all.addAll(traced.get());
    }
    return Optional.of(all);
  }

  private static Optional<Set<String>> ofReplace(
      List<Expression> arguments, String literal, Origins origins) {
    if (!(arguments.get(1) instanceof Expression.Literal regex)
        || !(arguments.get(2) instanceof Expression.Literal by)
        || !by.value().text().isEmpty()) {
      return Optional.empty();
    }
    String kept = DeletedText.longestKept(regex.value().text(), literal);
    return kept.isEmpty() ? Optional.empty() : trace(arguments.get(0), kept, origins);
  }
}
