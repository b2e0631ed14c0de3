package dev.highwater.app.lint;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.spl.SplSource;
import java.util.List;

/**
 * A search.
 *
 * @param name what it goes by: a stanza, an id, a file
 * @param file where it is written
 */
record SearchTarget(String name, String file, SplSource text) implements LintTarget {

  @Override
  public List<LintResult> check(SearchCompiler compiler) {
    return List.of(LintResult.ofSearch(name, file, compiler.compile(text).diagnostics()));
  }
}
