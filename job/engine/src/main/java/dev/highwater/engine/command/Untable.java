package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code untable x y z}: a row for each value beside x, with its column's name as y. Rule S-987.
 */
public final class Untable implements SearchCommand {

  @Override
  public String name() {
    return "untable";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String x = arguments.fieldName("the field to keep").text();
    arguments.tryPunctuation(',');
    String y = arguments.fieldName("the field for the names").text();
    arguments.tryPunctuation(',');
    String z = arguments.fieldName("the field for the values").text();
    arguments.expectEnd();
    return List.of(new UntableStage(x, y, z));
  }

  private record UntableStage(String x, String y, String z) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(x) && !name.equals(y) && !name.equals(z) ? name : null;
    }

    @Override
    public boolean multipliesRows() {
      return true;
    }

    @Override
    public String describe() {
      return "untable " + Written.words(List.of(x, y, z));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new RowSink() {
        @Override
        public void accept(Row row) {
          give(row, downstream);
        }

        @Override
        public void finish() {
          downstream.finish();
        }
      };
    }

    private void give(Row row, RowSink downstream) {
      for (String name : row.names()) {
        if (!name.equals(x) && !name.startsWith("_")) {
          downstream.accept(
              new Row().set(x, row.get(x)).set(y, FieldValue.of(name)).set(z, row.get(name)));
        }
      }
    }
  }
}
