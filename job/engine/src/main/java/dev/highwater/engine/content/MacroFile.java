package dev.highwater.engine.content;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of macros that a user lays over content, see {@link ContentPack#withMacros}.
 *
 * @param macros all of them, in order; empty when there are problems
 * @param problems what is wrong with the file, in the order of their places
 */
public record MacroFile(List<MacroDefinition> macros, List<Diagnostic> problems) {

  public MacroFile {
    macros = problems.isEmpty() ? List.copyOf(macros) : List.of();
    problems = List.copyOf(problems);
  }

  /**
   * Reads security_content's YAML form of a macro, in one document, several, or a list; a file
   * whose name ends in {@code .conf} is read as Splunk's macros.conf (S-663, S-664).
   *
   * @param name of the file, as messages show it
   */
  public static MacroFile read(String name, String text) {
    return name.endsWith(".conf") ? conf(name, text) : yaml(name, text);
  }

  private static MacroFile yaml(String name, String text) {
    YamlFile file = YamlFile.parseAll(name, text);
    List<MacroDefinition> macros = file.mappings().stream().map(PartReaders::macro).toList();
    return file.isSound()
        ? new MacroFile(macros, repeated(macros))
        : new MacroFile(List.of(), file.problems());
  }

  private static List<Diagnostic> repeated(List<MacroDefinition> macros) {
    List<Diagnostic> problems = new ArrayList<>();
    Set<String> signatures = new HashSet<>();
    for (MacroDefinition macro : macros) {
      if (!signatures.add(macro.signature())) {
        SourceSpan place = new SourceSpan(macro.definition(), 0, 0);
        problems.add(
            Diagnostic.error(place, "defines the macro `" + macro.signature() + "` again"));
      }
    }
    return problems;
  }

  private static MacroFile conf(String name, String text) {
    try {
      return new MacroConf(name, text).read();
    } catch (SplException e) {
      return new MacroFile(List.of(), List.of(e.diagnostic()));
    }
  }
}
