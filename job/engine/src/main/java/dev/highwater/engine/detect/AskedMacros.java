package dev.highwater.engine.detect;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Macros, with a note of those that somebody has asked for. */
final class AskedMacros implements MacroLibrary {

  private final MacroLibrary macros;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  AskedMacros(MacroLibrary macros) {
    this.macros = macros;
  }

  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    asked.add(argumentCount == 0 ? name : name + "(" + argumentCount + ")");
    return macros.macro(name, argumentCount);
  }

  @Override
  public Set<String> signatures() {
    return macros.signatures();
  }

  /** The signatures that were asked for up to now, in order; a copy. */
  Set<String> asked() {
    return new TreeSet<>(asked);
  }
}
