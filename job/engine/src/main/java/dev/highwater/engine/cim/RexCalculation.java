package dev.highwater.engine.cim;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field that a named group gives, as {@code rex field=input "pattern"} does it: the first match
 * in each value of the input; without a match the field stays as it is (S-320, S-1064).
 *
 * @param field also the name of the group
 */
record RexCalculation(String field, String input, PcrePattern pattern, int group)
    implements Calculation {

  @Override
  public Set<String> reads() {
    return input.equals(field) ? Set.of(field) : Set.of(input, field);
  }

  @Override
  public @Nullable FieldValue value(Fields earlier, RunContext context) {
    FieldValue text = earlier.get(input);
    List<FieldValue> found = new ArrayList<>();
    if (text != null) {
      for (FieldValue member : text.members()) {
        PcreMatcher matcher = pattern.matcher(member.text());
        String value = matcher.find() ? matcher.group(group) : null;
        if (value != null) {
          found.add(FieldValue.of(value));
        }
        matcher.tellLimit(context.resources()::tally);
      }
    }
    return found.isEmpty() ? earlier.get(field) : MultiValue.of(found);
  }

  /** What a group matches stands in the input in one piece. */
  @Override
  public Optional<Set<String>> literalsInRaw(String literal, LiteralTracing.Origins earlier) {
    Optional<Set<String>> taken = earlier.trace(input, literal);
    Optional<Set<String>> kept = earlier.trace(field, literal);
    if (taken.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    Set<String> either = new TreeSet<>(taken.get());
    either.addAll(kept.get());
    return Optional.of(either);
  }
}
