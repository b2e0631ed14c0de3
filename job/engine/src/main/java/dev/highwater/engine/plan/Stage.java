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
   * The fields without which it does not do what it says: to name one here that no row has is a
   * mistake.
   */
  default FieldSet expects() {
    return reads(FieldSet.NONE);
  }

  /**
   * Under which name the value of the field {@code name} leaves this stage unchanged, {@code null}
   * when it does not. A partition by fields is kept while all of them are carried.
   */
  @Nullable String carries(String name);

  /**
   * By which fields its rows can be dealt with apart: rows that differ in one of them never matter
   * to each other. All for a stage that looks at each row alone, none where all rows have to meet.
   * Of a stage with a subsearch it holds for the rows of that, too, by the names that they have
   * there.
   */
  default FieldSet partitionsBy() {
    return type() == CommandType.DISTRIBUTABLE_STREAMING && subsearches().isEmpty()
        ? FieldSet.ALL
        : FieldSet.NONE;
  }

  /**
   * The fields that rows behind this stage may have: no others can.
   *
   * @param before the fields that the rows before it may have
   */
  default FieldSet fieldsAfter(FieldSet before) {
    return FieldSet.ALL;
  }

  /** Searches and parts of searches inside of this stage, in the order of the text. */
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

  /** Whether it may give rows though it got none, as {@code stats count} does (S-201). */
  default boolean givesRowsWithoutInput() {
    return subsearches().stream()
        .flatMap(plan -> plan.stages().stream())
        .anyMatch(Stage::givesRowsWithoutInput);
  }

  /**
   * Whether the rows that it gives, or what is in them, depend on the order of its input. Row by
   * row it does not; the rest says so where it does not.
   */
  default boolean isOrderSensitive() {
    return type() != CommandType.DISTRIBUTABLE_STREAMING && type() != CommandType.GENERATING;
  }

  /**
   * Whether what it makes of a row depends on more of the run than its time zone: on its time, the
   * searched range, lookups, subsearches, the other rows. A stage that does not may take rows
   * before there is a run, and must not note anything.
   */
  default boolean needsRun() {
    return type() != CommandType.DISTRIBUTABLE_STREAMING
        || !subsearches().isEmpty()
        || !readsLookups().isEmpty();
  }

  /** Whether it may make several rows of one, which have an order among themselves. */
  default boolean multipliesRows() {
    return false;
  }

  /** Whether it may drop rows, so that the earlier it stands the less has to be kept. */
  default boolean dropsRows() {
    return false;
  }

  /**
   * How the fields of the row of a group change behind this stage while the group takes in more
   * rows (S-1950); {@code null} where the group may then have another row than one, or where one
   * that is there may go again.
   *
   * @param before how they change before it
   */
  default @Nullable RowGrowth growth(RowGrowth before) {
    return type() != CommandType.DISTRIBUTABLE_STREAMING
            || multipliesRows()
            || !subsearches().isEmpty()
            || (dropsRows() && !before.areFixed(reads(FieldSet.NONE)))
        ? null
        : before.behind(this);
  }

  /**
   * The stage in SPL, in its canonical form; in words near SPL where it is only a part of a
   * command, as scans are. {@link LogicalPlan#describe} has the commands.
   */
  String describe();

  /**
   * The one command that stands for this stage and the command before it, {@code null} where each
   * is a command by itself.
   *
   * @param before all stages before this one, at least one
   */
  default @Nullable String describeBehind(List<Stage> before) {
    return null;
  }

  /** The running stage, which gives its rows to {@code downstream} and passes {@code finish} on. */
  RowSink open(RowSink downstream, RunContext run);
}
