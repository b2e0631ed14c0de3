package dev.highwater.engine.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where macros are looked up. */
public interface MacroLibrary {

  /** No macro is defined. */
  MacroLibrary NONE =
      new MacroLibrary() {
        @Override
        public @Nullable MacroDefinition macro(String name, int argumentCount) {
          return null;
        }

        @Override
        public Set<String> signatures() {
          return Set.of();
        }
      };

  /** The macro of that name and number of arguments, {@code null} when there is none. */
  @Nullable MacroDefinition macro(String name, int argumentCount);

  /** The signatures of all macros, for "did you mean". */
  Set<String> signatures();
}
