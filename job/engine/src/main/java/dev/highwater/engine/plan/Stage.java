package dev.highwater.engine.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a search: a command with its arguments read. Immutable; {@link #open} gives the part
 * that runs.
 */
public interface Stage {

  CommandType type();

  /**
   * The fields that this stage wants of its input.
   *
   * @param wanted the fields that are wanted of its output
   */
  FieldSet reads(FieldSet wanted);

  /**
   * Under which name the value of the field {@code name} leaves this stage unchanged, {@code null}
   * when it does not. A partition by fields is kept while all of them are carried.
   */
  @Nullable String carries(String name);

  /**
   * The searches inside of this stage, those inside of them left out: what they read has to be
   * there when the stage runs.
   */
  default List<LogicalPlan> subsearches() {
    return List.of();
  }

  /** The names of the lookups that this stage reads when it runs; subsearches left out. */
  default Set<String> readsLookups() {
    return Set.of();
  }

  /** The names of the lookups that this stage writes when it runs; subsearches left out. */
  default Set<String> writesLookups() {
    return Set.of();
  }

  /** The stage in SPL, in its canonical form. */
  String describe();

  /** The running stage, which gives its rows to {@code downstream} and passes {@code finish} on. */
  RowSink open(RowSink downstream, RunContext run);
}
