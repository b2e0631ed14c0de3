package dev.highwater.app.lint;

import dev.highwater.engine.compile.SearchCompiler;
import java.util.List;

/** One thing to look over. */
interface LintTarget {

  /** What was found, the thing itself first, then what belongs to it. */
  List<LintResult> check(SearchCompiler compiler);
}
