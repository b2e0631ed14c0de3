package dev.highwater.engine.content;

import dev.highwater.engine.compile.RowFields;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Diagnostic.Severity;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a drilldown search as a search. The detection's own search and the tokens are filled in
 * before (S-711). It is not run here, so that nothing is said of what is not supported.
 */
public final class DrilldownCheck {

  private static final String ORIGINAL = "%original_detection_search%";
  private static final Pattern UNCLOSED = Pattern.compile("\"(\\$[A-Za-z_][A-Za-z0-9_.]*)\"");

  private final SearchCompiler compiler;
  private final SplSource original;
  private final RowFields fields;

  /**
   * @param original the detection's search
   * @param fields what its rows may have
   */
  public DrilldownCheck(SearchCompiler compiler, SplSource original, RowFields fields) {
    this.compiler = compiler;
    this.original = original;
    this.fields = fields;
  }

  /** Errors and warnings, in the order of the text. */
  public List<Diagnostic> check(Drilldown drilldown) {
    List<Diagnostic> found = new ArrayList<>();
    for (Diagnostic diagnostic : read(drilldown.search())) {
      if (diagnostic.severity() != Severity.UNSUPPORTED
          && !Token.isFilledIn(drilldown.search(), diagnostic.location())) {
        found.add(diagnostic);
      }
    }
    addUnclosed(drilldown.search(), found);
    found.sort(Diagnostic.IN_TEXT_ORDER);
    return found;
  }

  private List<Diagnostic> read(SplSource search) {
    String text = search.text();
    int start = text.indexOf(ORIGINAL);
    if (start < 0) {
      return compiler.searchStages(Token.filled(search)).diagnostics();
    }
    int end = start + ORIGINAL.length();
    String rest = text.substring(end).strip();
    if (text.substring(0, start).isBlank() && (rest.isEmpty() || rest.startsWith("|"))) {
      SplSource behind = new SplAssembly(search).append(search, end, text.length()).toSource();
      return rest.isEmpty()
          ? List.of()
          : compiler.stages(Token.filled(behind), fields).diagnostics();
    }
    SplSource whole =
        new SplAssembly(search)
            .append(search, 0, start)
            .append(original)
            .append(search, end, text.length())
            .toSource();
    return compiler.searchStages(Token.filled(whole)).diagnostics();
  }

  private static void addUnclosed(SplSource search, List<Diagnostic> found) {
    Matcher matcher = UNCLOSED.matcher(search.text());
    while (matcher.find()) {
      SourceSpan span = new SourceSpan(search, matcher.start(1), matcher.end(1));
      found.add(
          Diagnostic.warning(span, "this token has no second $")
              .withHint("Write " + matcher.group(1) + "$")
              .withRule("S-1045"));
    }
  }
}
