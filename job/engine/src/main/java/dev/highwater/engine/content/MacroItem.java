package dev.highwater.engine.content;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.SplSources;
import java.util.List;

/** A macro as a running job carries it: text. */
public record MacroItem(String name, List<String> arguments, String definition, boolean isEval) {

  public MacroItem {
    arguments = List.copyOf(arguments);
  }

  static MacroItem of(MacroDefinition macro) {
    return new MacroItem(
        macro.name(), macro.arguments(), macro.definition().text(), macro.isEval());
  }

  MacroDefinition definitionOf() {
    return new MacroDefinition(
        name, arguments, SplSources.of("<" + name + ">", definition), isEval);
  }
}
