package dev.highwater.app.lint;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.plan.PlaceDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was read.
 *
 * @param content the macros, lookups and the like that the searches name
 * @param places null for none
 * @param targets in the order of the arguments, then of the paths
 * @param unreadable files that could not be read
 */
record LintInput(
    ContentPack content,
    @Nullable PlaceDatabase places,
    List<LintTarget> targets,
    List<LintResult> unreadable) {
  LintInput {
    targets = List.copyOf(targets);
    unreadable = List.copyOf(unreadable);
  }
}
