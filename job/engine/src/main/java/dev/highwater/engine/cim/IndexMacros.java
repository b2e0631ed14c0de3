package dev.highwater.engine.cim;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.SplSources;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds the macros that narrow data models to some indexes, {@code cim_<Model>_indexes}: all
 * indexes, unless somebody defines them otherwise (S-501).
 */
final class IndexMacros implements MacroLibrary {

  private final MacroLibrary defined;
  private final Set<String> names;

  /**
   * @param models names of the models that have such a macro
   */
  IndexMacros(MacroLibrary defined, Collection<String> models) {
    this.defined = defined;
    this.names =
        models.stream()
            .map(model -> "cim_" + model + "_indexes")
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    MacroDefinition macro = defined.macro(name, argumentCount);
    return macro == null && argumentCount == 0 && names.contains(name)
        ? new MacroDefinition(name, List.of(), SplSources.of("<" + name + ">", "()"), false)
        : macro;
  }

  @Override
  public Set<String> signatures() {
    Set<String> signatures = new TreeSet<>(defined.signatures());
    signatures.addAll(names);
    return signatures;
  }
}
