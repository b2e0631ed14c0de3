package dev.highwater.engine.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where macros are looked up. */
public interface MacroLibrary {

  /** The macro of that name and number of arguments, {@code null} when there is none. */
  @Nullable MacroDefinition macro(String name, int argumentCount);

  /** The signatures of all macros, for "did you mean". */
  Set<String> signatures();
}
