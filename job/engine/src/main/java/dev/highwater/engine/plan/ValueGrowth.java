package dev.highwater.engine.plan;

/** How the value of an expression changes with the row that it is of. Immutable, pure. */
@FunctionalInterface
public interface ValueGrowth {

  Growth in(RowGrowth row);
}
