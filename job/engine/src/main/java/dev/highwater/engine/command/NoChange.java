package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * A stage that leaves the rows as they are: what its command changes in Splunk is no part of a row
 * here. Rule S-989.
 *
 * @param describe the command as SPL
 */
record NoChange(String describe) implements RowStage {

  @Override
  public boolean change(Row row, RunContext run) {
    return true;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted;
  }

  @Override
  public @Nullable String carries(String name) {
    return name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before;
  }
}
