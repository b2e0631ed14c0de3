package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code makeresults [count=1] [format=csv|json data="..."]}: rows with the run's time, or those of
 * a text. Rule S-339.
 */
public final class MakeResults implements SearchCommand {

  @Override
  public String name() {
    return "makeresults";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    if (!context.isFirst()) {
      throw arguments.error(arguments.here(), "makeresults must be the first command of a search");
    }
    int count = 1;
    Word format = null;
    Word data = null;
    while (!arguments.isAtEnd()) {
      Option option =
          arguments.tryOption(
              "count", "format", "data", "annotate", "splunk_server", "splunk_server_group");
      if (option == null && arguments.peekOption()) {
        throw arguments.error(
            arguments.here(), "unknown option '" + arguments.here().text() + "' of makeresults");
      }
      if (option == null) {
        count = (int) arguments.positiveInteger("the count");
        continue;
      }
      switch (option.name()) {
        case "count" -> count = WholeNumber.of(arguments, option);
        case "format" -> format = option.value();
        case "data" -> data = option.value();
        case "annotate" -> arguments.bool(option.value());
        default -> {
          // which server makes the rows: there is one
        }
      }
    }
    if (format == null && data == null) {
      return List.of(new CountStage(count));
    }
    if (format == null || data == null) {
      throw arguments.error(arguments.here(), "format= and data= go together");
    }
    return List.of(
        new DataStage(format.text(), data.text(), MakeResultsData.read(arguments, format, data)));
  }

  private interface MadeRows extends SourceStage {

    @Override
    default FieldSet reads(FieldSet wanted) {
      return FieldSet.NONE;
    }

    @Override
    default @Nullable String carries(String name) {
      return null;
    }
  }

  private record CountStage(int count) implements MadeRows {

    @Override
    public void generate(RowSink out, RunContext run) {
      for (int i = 0; i < count; i++) {
        out.accept(new Row().set("_time", FieldValue.of(run.nowMillis() / 1000.0)));
      }
      out.finish();
    }

    @Override
    public String describe() {
      return "makeresults count=" + count;
    }
  }

  private record DataStage(String format, String data, List<Row> rows) implements MadeRows {

    @Override
    public void generate(RowSink out, RunContext run) {
      rows.forEach(row -> out.accept(row.copy()));
      out.finish();
    }

    @Override
    public String describe() {
      return "makeresults format=" + format + " data=" + Written.quoted(data);
    }
  }
}
