package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code appendcols [override=t] [subsearch]}: the fields of a subsearch's first row beside the
 * first row, and so on. Rules S-361, S-996.
 */
public final class AppendCols implements SearchCommand {

  @Override
  public String name() {
    return "appendcols";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SubsearchOptions options = SubsearchOptions.read(arguments);
    Option override = arguments.tryOption("override");
    boolean overrides = override != null && arguments.bool(override.value());
    if (options.equals(SubsearchOptions.NONE)) {
      options = SubsearchOptions.read(arguments);
    }
    LogicalPlan subsearch = context.subsearch(arguments.subsearch());
    arguments.expectEnd();
    return List.of(new AppendColsStage(options, overrides, subsearch));
  }

  private record AppendColsStage(SubsearchOptions options, boolean overrides, LogicalPlan subsearch)
      implements Stage {

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
      return overrides && !name.startsWith("_") ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(subsearch.fieldsAfter(FieldSet.ALL));
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(subsearch);
    }

    @Override
    public String describe() {
      return "appendcols "
          + (overrides ? "override=true " : "")
          + options.describe()
          + "[ "
          + subsearch.describe()
          + " ]";
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      Iterator<Row> columns = options.rowsOf(subsearch, "appendcols", run).iterator();
      return new RowSink() {
        @Override
        public void accept(Row row) {
          if (columns.hasNext()) {
            add(row, columns.next());
          }
          downstream.accept(row);
        }

        @Override
        public void finish() {
          while (columns.hasNext()) {
            Row row = new Row();
            add(row, columns.next());
            downstream.accept(row);
          }
          downstream.finish();
        }
      };
    }

    private void add(Row row, Row columns) {
      for (String name : columns.names()) {
        if (!name.startsWith("_") && (overrides || row.get(name) == null)) {
          row.set(name, columns.get(name));
        }
      }
    }
  }
}
