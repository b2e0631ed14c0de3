package dev.highwater.engine.plan;

import dev.highwater.engine.event.Fields;

/**
 * A test of a row or event that is true or false, as search expressions are (S-012). Immutable,
 * pure.
 */
public interface RowPredicate {

  boolean matches(Fields fields);

  /** The fields that the test looks at. */
  FieldSet reads();

  /** The same for every row. */
  record Constant(boolean value) implements RowPredicate {
    @Override
    public boolean matches(Fields fields) {
      return value;
    }

    @Override
    public FieldSet reads() {
      return FieldSet.NONE;
    }
  }

  RowPredicate ALWAYS = new Constant(true);
  RowPredicate NEVER = new Constant(false);
}
