package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-025, S-663, S-905, S-930. */
class MacroExpanderTest {

  private static final class Macros implements MacroLibrary {

    private final Map<String, MacroDefinition> macros = new TreeMap<>();

    Macros with(String name, String definition, String... arguments) {
      return with(name, definition, false, arguments);
    }

    Macros with(String name, String definition, boolean isEval, String... arguments) {
      SplSource source = SplSources.of(name + ".yml", definition);
      MacroDefinition macro = new MacroDefinition(name, List.of(arguments), source, isEval);
      macros.put(macro.signature(), macro);
      return this;
    }

    @Override
    public @Nullable MacroDefinition macro(String name, int argumentCount) {
      return macros.get(argumentCount == 0 ? name : name + "(" + argumentCount + ")");
    }

    @Override
    public Set<String> signatures() {
      return macros.keySet();
    }
  }

  private static final Macros MACROS =
      new Macros()
          .with("sysmon", "source=a OR source=b")
          .with("window", "\"-7d@d\"")
          .with("bare_window", "-7d@d")
          .with("ctime", "convert ctime($field$)", "field")
          .with("pair", "[$a$|$b$|$a$] $token$", "a", "b")
          .with("pair", "one:$a$", "a")
          .with("outer", "`sysmon` `ctime(x_$v$)`", "v")
          .with("commented", "a ```note``` b")
          .with("loop_a", "`loop_b`")
          .with("loop_b", "x `loop_a`")
          .with("evaluated", "\"x\"", true)
          .with("bad", "a |\n  stats `nothing_here` $v$", "v")
          .with("shown", "first\nwhere $v$ end", "v");

  private static SplSource expand(String text) {
    return new MacroExpander(MACROS).expand(SplSources.of("search.yml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          a | stats b                     ~> a | stats b
          `sysmon` x=1                    ~> source=a OR source=b x=1
          ` sysmon ` `sysmon()`           ~> source=a OR source=b source=a OR source=b
          f(now(), "`bare_window`")       ~> f(now(), "-7d@d")
          f(now(), `window`)              ~> f(now(), "-7d@d")
          f(now(), "`window`")            ~> f(now(), "-7d@d")
          | `ctime(t)` | `ctime("u")`     ~> | convert ctime(t) | convert ctime(u)
          `pair(x, "y, z")`               ~> [x|y, z|x] $token$
          `pair(b=1, a = "2")`            ~> [2|1|2] $token$
          `pair(a=1, c=2)`                ~> [a=1|c=2|a=1] $token$
          `pair(f(1,2))`                  ~> one:f(1,2)
          `pair("say \\"hi\\"", x)`       ~> [say \\"hi\\"|x|say \\"hi\\"] $token$
          `pair(`ctime(q)`, `sysmon`)`    ~> [convert ctime(q)|source=a OR source=b|convert ctime(q)] $token$
          `outer(1)`                      ~> source=a OR source=b convert ctime(x_1)
          "a ` b" "`(c)`"                 ~> "a ` b" "`(c)`"
          "a`sysmon`b" "Fr`omBa`se"       ~> "a`sysmon`b" "Fr`omBa`se"
          "`ctime (a)*" "`nothing` x"     ~> "`ctime (a)*" "`nothing` x"
          "`ctime("x")`" `sysmon`         ~> "convert ctime(x)" source=a OR source=b
          "a"`bare_window`"b" \"`sysmon` ~> "a"-7d@d"b" \"source=a OR source=b
          " `sysmon`                      ~> " source=a OR source=b
          a ```no `macro` here``` b       ~> a                       b
          `commented`                     ~> a            b
          "```" `sysmon`                  ~> "```" source=a OR source=b
          """)
  void expands(String text, String expanded) {
    assertThat(expand(text).text()).isEqualTo(expanded);
  }

  @Test
  void knowsWhereEveryCharacterWasWritten() {
    SplSource expanded = expand("search a\n| `shown(value)` | tail");
    assertThat(expanded.text()).isEqualTo("search a\n| first\nwhere value end | tail");
    assertThat(display(expanded, "search a")).isEqualTo("search.yml:1:1");
    assertThat(display(expanded, "where")).isEqualTo("shown.yml:2:1 in shown(1) at search.yml:2:3");
    assertThat(display(expanded, "value")).isEqualTo("search.yml:2:10");
    assertThat(display(expanded, "end")).isEqualTo("shown.yml:2:11 in shown(1) at search.yml:2:3");
    assertThat(display(expanded, "tail")).isEqualTo("search.yml:2:20");
    assertThat(display(expand("| `outer(1)`"), "ctime"))
        .isEqualTo("ctime.yml:1:9 in ctime(1) at outer.yml:1:10 in outer(1) at search.yml:1:3");
  }

  private static String display(SplSource source, String word) {
    var location = source.locate(source.text().indexOf(word));
    StringBuilder out = new StringBuilder(location.display());
    location
        .expansions()
        .forEach(e -> out.append(" in ").append(e.macro()).append(" at " + e.usedIn().display()));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          | `sysmom`      ~> search.yml:1:3: unknown macro `sysmom`. Did you mean `sysmon`?
          | `zzz(a,b)`    ~> search.yml:1:3: unknown macro `zzz(2)`
          | `sysmon(a)`   ~> search.yml:1:3: macro `sysmon` takes no arguments, not 1
          | `pair`        ~> search.yml:1:3: macro `pair` takes 1 or 2 arguments, not 0
          | `ctime(a,b)`  ~> search.yml:1:3: macro `ctime` takes 1 argument, not 2
          `loop_a`        ~> loop_b.yml:1:3: macro `loop_a` uses itself: loop_a -> loop_b -> loop_a
          "`zzz`"         ~> search.yml:1:2: unknown macro `zzz`
          `evaluated`     ~> search.yml:1:1: macro `evaluated` is an eval expression, which is not supported
          `ctime(a        ~> search.yml:1:1: this macro is not closed by ')' and a backtick
          `ctime(a) b     ~> search.yml:1:1: this macro is not closed by ')' and a backtick
          a ```b          ~> search.yml:1:3: this comment is never closed. A comment ends with three backticks   [S-025]
          """)
  void refuses(String text, String message) {
    assertThatThrownBy(() -> expand(text))
        .extracting(e -> String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
        .isEqualTo(message);
  }

  @Test
  void showsTheWayThroughTheMacros() {
    assertThatThrownBy(() -> expand("a\n| `bad(1)`"))
        .hasMessage(
            """
            bad.yml:2:9: unknown macro `nothing_here`
              |   stats `nothing_here` $v$
                        ^
              in macro `bad(1)` (bad.yml:2), used at search.yml:2:3""");
  }

  @Test
  void boundsWhatMacrosCanGrowTo() {
    Macros bomb = new Macros().with("m0", "x".repeat(100));
    Macros empty = new Macros().with("m0", "");
    for (int i = 1; i < 30; i++) {
      String twice = "`m" + (i - 1) + "`";
      bomb.with("m" + i, twice + twice);
      empty.with("m" + i, twice + twice);
    }
    assertThatThrownBy(() -> new MacroExpander(bomb).expand(SplSources.of("s", "`m29`")))
        .hasMessageContaining("the search ");
    assertThatThrownBy(() -> new MacroExpander(empty).expand(SplSources.of("s", "`m29`")))
        .hasMessageContaining("the search uses more than 200000 macros");
  }

  @Test
  void readsManyMacrosInOneGo() {
    assertThat(expand("`sysmon` ".repeat(10_000)).text()).hasSize(10_000 * 21);
  }
}
