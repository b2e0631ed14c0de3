package dev.highwater.engine.plan;

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
   * The fields that rows behind this stage may have: no others can.
   *
   * @param before the fields that the rows before it may have
   */
  default FieldSet fieldsAfter(FieldSet before) {
    return FieldSet.ALL;
  }

  /** The stage in SPL, in its canonical form. */
  String describe();

  /** The running stage, which gives its rows to {@code downstream} and passes {@code finish} on. */
  RowSink open(RowSink downstream, RunContext run);
}
