package dev.highwater.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lookups that hold the same all the time: what add-ons and data models look into. */
public interface FixedLookups {

  /** There is no lookup. */
  FixedLookups NONE =
      new FixedLookups() {
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
