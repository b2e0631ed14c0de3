package dev.highwater.app.lint;

import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.util.List;

/** Workflow commands: {@code ::error file=...,line=...,col=...,title=...::message}. */
record GithubReport(PrintWriter out) implements LintReport {

  @Override
  public void print(List<LintResult> results) {
    for (LintResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        out.print(command(result, diagnostic) + "\n");
      }
    }
  }

  private static String command(LintResult result, Diagnostic diagnostic) {
    String level =
        switch (diagnostic.severity()) {
          case ERROR -> "error";
          case UNSUPPORTED -> "notice";
          case WARNING -> "warning";
        };
    String hint = diagnostic.hint() == null ? "" : ". " + diagnostic.hint();
    String rule = diagnostic.rule() == null ? "" : " [" + diagnostic.rule() + "]";
    return "::"
        + level
        + " file="
        + property(result.fileOf(diagnostic))
        + ",line="
        + diagnostic.location().line()
        + ",col="
        + diagnostic.location().column()
        + ",title="
        + property(result.name())
        + "::"
        + escaped(diagnostic.message() + hint + rule);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
