package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacroFileTest {

  @Test
  void readsDocumentsAndLists() {
    String text =
        """
        name: one
        definition: search a=1
        ---
        - {name: two, arguments: [x, y], definition: search $x$=$y$}
        - {name: three, definition: '"text"', iseval: true}
        """;

    assertThat(read("m.yml", text))
        .containsExactly(
            new MacroItem("one", List.of(), "search a=1", false),
            new MacroItem("two", List.of("x", "y"), "search $x$=$y$", false),
            new MacroItem("three", List.of(), "\"text\"", true));
  }

  @Test
  void readsStanzasOfMacrosConf() {
    String text =
        """
        [default]
        iseval = 0
        # comment
        [one]
        definition = search a=1 \\
          b=2
        [two(2)]
        args = x, y
        definition = "$x$" + "$y$"
        iseval = 1
        """;

    assertThat(read("local/macros.conf", text))
        .containsExactly(
            new MacroItem("one", List.of(), "search a=1 \n  b=2", false),
            new MacroItem("two", List.of("x", "y"), "\"$x$\" + \"$y$\"", true));
  }

  @Test
  void knowsWhereADefinitionWasWritten() {
    String text = "- name: one\n  definition: search a=1\n";

    assertThat(MacroFile.read("m.yml", text).macros().get(0).definition().locate(7).display())
        .isEqualTo("m.yml:2:22");
  }

  @Test
  void reportsAllProblemsOfAYamlFile() {
    assertThat(problems("m.yml", "- {name: one}\n- text\n- {definition: x}\n"))
        .containsExactly(
            "m.yml:1:3: 'definition' is missing",
            "m.yml:2:3: must be a mapping of keys to values",
            "m.yml:3:3: 'name' is missing");
    assertThat(problems("m.yml", "- {name: m, definition: a}\n- {name: m, definition: b}\n"))
        .containsExactly("m.yml:2:25: defines the macro `m` again");
    assertThat(problems("m.yml", "name: [")).hasSize(1);
  }

  @Test
  void reportsAllProblemsOfMacrosConf() {
    String text = "[a(x)]\ndefinition = a\n[b]\nargs = x\ndefinition = b\n[c]\niseval = 1\n";

    assertThat(problems("macros.conf", text))
        .containsExactly(
            "macros.conf:1:1: macro [a(x)] must be [name] or [name(number of arguments)]",
            "macros.conf:3:1: macro [b] takes 0 arguments, but args names 1",
            "macros.conf:6:1: macro [c] has no definition");
    assertThat(problems("macros.conf", "[a]\nnonsense\n"))
        .containsExactly("macros.conf:2:1: expected [stanza], key = value or # comment");
  }

  private static List<MacroItem> read(String name, String text) {
    MacroFile file = MacroFile.read(name, text);
    assertThat(file.problems()).extracting(Diagnostic::render).isEmpty();
    return file.macros().stream().map(MacroItem::of).toList();
  }

  private static List<String> problems(String name, String text) {
    MacroFile file = MacroFile.read(name, text);
    assertThat(file.macros()).isEmpty();
    return file.problems().stream()
        .map(problem -> problem.location().display() + ": " + problem.message())
        .toList();
  }
}
