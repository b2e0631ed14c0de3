package dev.highwater.app.lint;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.plan.MacroDefinition;
import java.util.List;

/** A macro. */
record MacroTarget(MacroDefinition macro) implements LintTarget {

  @Override
  public List<LintResult> check(SearchCompiler compiler) {
    String file = macro.definition().locate(0).file();
    return List.of(
        LintResult.ofOther("`" + macro.signature() + "`", file, compiler.macroFaults(macro)));
  }
}
