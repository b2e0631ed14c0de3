package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvexpand field [limit=N]}: a row for each value of the field, the first N values where a
 * limit is given. Rule S-322.
 */
public final class MvExpand implements SearchCommand {

  @Override
  public String name() {
    return "mvexpand";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    int limit = 0;
    Word field = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("limit");
      if (option != null) {
        limit = WholeNumber.of(arguments, option);
      } else if (field == null) {
        field = arguments.fieldName("the field to expand");
      } else {
        arguments.expectEnd();
      }
    }
    if (field == null) {
      field = arguments.word("the field to expand");
    }
    if (field.text().startsWith("_")) {
      throw new SplException(
          Diagnostic.error(field.span(), "mvexpand cannot expand an internal field")
              .withRule("S-322"));
    }
    return List.of(new MvExpandStage(field.text(), limit));
  }

  private record MvExpandStage(String field, int limit) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(field) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "mvexpand " + Written.word(field) + (limit == 0 ? "" : " limit=" + limit);
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new RowSink() {
        @Override
        public void accept(Row row) {
          expand(row, downstream);
        }

        @Override
        public void finish() {
          downstream.finish();
        }
      };
    }

    private void expand(Row row, RowSink downstream) {
      if (!(row.get(field) instanceof MultiValue values)) {
        downstream.accept(row);
        return;
      }
      int count = limit == 0 ? values.members().size() : Math.min(limit, values.members().size());
      for (FieldValue value : values.members().subList(0, count)) {
        downstream.accept(row.copy().set(field, value));
      }
    }
  }
}
