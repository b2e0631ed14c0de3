package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.match.WildcardPattern;
import java.util.List;

/**
 * Something that makes risk weigh more or less (S-704).
 *
 * @param conditions all of which must hold
 * @param operation what is done to the score
 * @param factor what is added, or multiplied by
 */
public record RiskFactor(
    String name, List<Condition> conditions, Operation operation, double factor) {

  /** What a factor does to the score. */
  public enum Operation {
    ADDITION,
    MULTIPLICATION
  }

  /**
   * A field has a value that fits.
   *
   * @param pattern in any case, with {@code *} for anything
   */
  public record Condition(String field, String pattern) {

    boolean holds(Fields event) {
      FieldValue value = event.get(field);
      WildcardPattern wanted = WildcardPattern.ignoringCase(pattern);
      return value != null
          && value.members().stream().anyMatch(member -> wanted.matches(member.text()));
    }
  }

  public RiskFactor {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty() || !Double.isFinite(factor)) {
      throw new IllegalArgumentException(
          "Invalid risk factor " + name + ": " + conditions + " and " + factor);
    }
  }

  boolean holds(Fields event) {
    return conditions.stream().allMatch(condition -> condition.holds(event));
  }
}
