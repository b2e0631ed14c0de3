package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A step that would do something outside of the search: the rows pass, and the run says that it was
 * not done (S-1003).
 *
 * @param describe in SPL
 * @param omission what is not done
 */
record SideEffect(String describe, String omission) implements Stage {

  @Override
  public CommandType type() {
    return CommandType.DATASET_PROCESSING;
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

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new RowSink() {
      private boolean isNoted;

      @Override
      public void accept(Row row) {
        if (!isNoted) {
          run.resources().note(omission);
          isNoted = true;
        }
        downstream.accept(row);
      }

      @Override
      public void finish() {
        downstream.finish();
      }
    };
  }
}
