package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SplSource;
import java.util.List;

/**
 * A search macro (S-663).
 *
 * @param name without its number of arguments
 * @param arguments names of the arguments, in order
 * @param definition the text that takes the macro's place, {@code $argument$} still in it
 * @param isEval whether the definition is an eval expression that gives the text
 */
public record MacroDefinition(
    String name, List<String> arguments, SplSource definition, boolean isEval) {

  public MacroDefinition {
    arguments = List.copyOf(arguments);
  }

  /** The name as stanzas and messages write it: {@code name} or {@code name(2)}. */
  public String signature() {
    return arguments.isEmpty() ? name : name + "(" + arguments.size() + ")";
  }
}
