package dev.highwater.engine.addon;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RunResources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a source and the expressions over its events can reach before any run: no
 * searches and no lookups. Counts the matches that were given up (S-929). Not safe for use by
 * several threads.
 */
public final class RuleLimits implements RunResources {

  private long hits;

  /** How many matches were given up since this was asked for the last time. */
  public long take() {
    long taken = hits;
    hits = 0;
    return taken;
  }

  @Override
  public void tally(String message) {
    hits++;
  }

  @Override
  public List<Row> rowsOf(LogicalPlan subsearch) {
    return NONE.rowsOf(subsearch);
  }

  @Override
  public @Nullable LookupTable table(String name) {
    return NONE.table(name);
  }

  @Override
  public void write(String name, LookupTable contents) {
    NONE.write(name, contents);
  }

  @Override
  public void note(String message) {
    NONE.note(message);
  }
}
