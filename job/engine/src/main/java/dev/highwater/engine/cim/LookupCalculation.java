package dev.highwater.engine.cim;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.LookupMatcher;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column of a lookup gives, as {@code lookup name keys OUTPUT column AS field} does
 * it: what matches replaces the field, and so does nothing; without a key the field stays as it is
 * (S-350, S-1065).
 *
 * @param lookup its name
 * @param inputs the fields that are looked up
 * @param matcher over the columns that go with the inputs; {@code null} when the lookup does not
 *     exist, which is an empty table (S-991)
 * @param column what it gives
 */
record LookupCalculation(
    String field,
    String lookup,
    List<String> inputs,
    @Nullable LookupMatcher matcher,
    String column)
    implements Calculation {

  @Override
  public Set<String> reads() {
    Set<String> reads = new LinkedHashSet<>(inputs);
    reads.add(field);
    return reads;
  }

  @Override
  public @Nullable FieldValue value(Fields earlier, RunContext context) {
    List<FieldValue> keys = new ArrayList<>();
    for (String input : inputs) {
      FieldValue key = earlier.get(input);
      if (key == null) {
        return earlier.get(field);
      }
      keys.add(key);
    }
    return matcher == null ? null : matcher.values(column, matcher.matchesOfEach(keys));
  }

  @Override
  public Optional<Set<String>> literalsInRaw(String literal, LiteralTracing.Origins earlier) {
    return Optional.empty();
  }
}
