package dev.highwater.engine.cim;

import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lookups that calculations of data models look into. */
public interface CalculationLookups {

  /** There is no lookup. */
  CalculationLookups NONE =
      new CalculationLookups() {
        @Override
        public @Nullable LookupDefinition definition(String name) {
          return null;
        }

        @Override
        public LookupTable contents(LookupDefinition definition) {
          return new LookupTable(List.of(), List.of());
        }
      };

  /** A lookup, {@code null} when there is none of that name. */
  @Nullable LookupDefinition definition(String name);

  /** What it holds, always the same; empty when that is not known. */
  LookupTable contents(LookupDefinition definition);
}
