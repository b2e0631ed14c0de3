package dev.highwater.app.lint;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.SplSource;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look over.
 *
 * @param name what it goes by: a detection, a stanza, an id, a file
 * @param file where it is written
 * @param text the search, or the macro's definition
 * @param macro null for a search
 */
record LintTarget(String name, String file, SplSource text, @Nullable MacroDefinition macro) {

  static LintTarget search(String name, String file, SplSource text) {
    return new LintTarget(name, file, text, null);
  }

  static LintTarget macro(MacroDefinition macro) {
    String file = macro.definition().locate(0).file();
    return new LintTarget("`" + macro.signature() + "`", file, macro.definition(), macro);
  }
}
