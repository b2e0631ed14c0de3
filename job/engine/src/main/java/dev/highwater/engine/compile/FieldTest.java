package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.spl.SearchValue;
import java.util.List;
import java.util.function.Predicate;

/** A test that holds when any value of a field passes (S-015). */
record FieldTest(String field, Predicate<String> test) implements RowPredicate {

  static RowPredicate equal(String field, SearchValue value) {
    return value.text().equals("*")
        ? new FieldTest(field, text -> true)
        : new FieldTest(field, ValueTest.of(value));
  }

  /** {@code !=}: some value is there and differs (S-012); {@code !=*} is never true. */
  static RowPredicate differs(String field, SearchValue value) {
    return value.text().equals("*")
        ? RowPredicate.NEVER
        : new FieldTest(field, ValueTest.of(value).negate());
  }

  static RowPredicate in(String field, List<SearchValue> values) {
    return new FieldTest(field, ValueTest.anyOf(values));
  }

  @Override
  public boolean matches(Fields fields) {
    FieldValue value = fields.get(field);
    if (value == null) {
      return false;
    }
    if (!(value instanceof MultiValue)) {
      return test.test(value.text());
    }
    return value.members().stream().anyMatch(member -> test.test(member.text()));
  }

  @Override
  public FieldSet reads() {
    return FieldSet.of(field);
  }
}
