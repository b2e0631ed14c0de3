package dev.highwater.app.lint;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A search of a dashboard; tokens in it are filled in before it is read (S-1047).
 *
 * @param isContinuation whether it takes the rows of another search
 * @param isOldForm whether it stands where searches stood before release 6.3
 */
record DashboardSearch(
    String name, String file, SplSource text, boolean isContinuation, boolean isOldForm)
    implements LintTarget {

  @Override
  public List<LintResult> check(SearchCompiler compiler) {
    List<Diagnostic> found = new ArrayList<>();
    if (isOldForm) {
      found.add(
          Diagnostic.warning(
                  new SourceSpan(text, 0, 0),
                  "this place of a search is deprecated since Splunk Enterprise 6.3")
              .withHint("Write <search><query>...</query></search>")
              .withRule("S-1040"));
    }
    SplSource filled = Token.filled(text);
    List<Diagnostic> read =
        isContinuation
            ? compiler.stages(behindPipe(filled)).diagnostics()
            : compiler.compile(filled).diagnostics();
    read.stream()
        .filter(diagnostic -> !Token.isFilledIn(text, diagnostic.location()))
        .forEach(found::add);
    return List.of(LintResult.ofSearch(name, file, found));
  }

  /** With a pipe before it, if it does not begin with one. */
  private static SplSource behindPipe(SplSource filled) {
    return filled.text().stripLeading().startsWith("|")
        ? filled
        : new SplAssembly(filled).append(new Pipe(filled)).append(filled).toSource();
  }

  /** A pipe that nobody has written, where the search begins. */
  private record Pipe(SplSource before) implements SplSource {
    @Override
    public String text() {
      return "| ";
    }

    @Override
    public Location locate(int offset) {
      return before.locate(0);
    }
  }
}
