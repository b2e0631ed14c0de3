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
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code multikv [forceheader=] [noheader=] [copyattrs=] [rmorig=] [fields ...] [filter ...]}: a
 * row for each line of a table in {@code _raw}, a field for each column. Rule S-984.
 */
public final class MultiKv implements SearchCommand {

  @Override
  public String name() {
    return "multikv";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    TextTable table = new TextTable(0, false, List.of(), List.of());
    boolean copies = true;
    boolean removesOriginal = true;
    while (!arguments.isAtEnd()) {
      Option option =
          arguments.tryOption(
              "forceheader", "noheader", "copyattrs", "rmorig", "multitable", "conf");
      if (option == null) {
        table = withWords(table, arguments);
        continue;
      }
      switch (option.name()) {
        case "forceheader" -> table = table.withHeader(WholeNumber.of(arguments, option), false);
        case "noheader" -> table = table.withHeader(0, arguments.bool(option.value()));
        case "copyattrs" -> copies = arguments.bool(option.value());
        case "rmorig" -> removesOriginal = arguments.bool(option.value());
        case "multitable" -> arguments.bool(option.value());
        default ->
            throw new SplException(
                Diagnostic.unsupported(option.nameSpan(), "multikv with conf= is not supported"));
      }
    }
    return List.of(new MultiKvStage(table, copies, removesOriginal));
  }

  private static TextTable withWords(TextTable table, ArgumentReader arguments) {
    if (arguments.tryKeyword("fields")) {
      return table.withFields(texts(arguments.fieldList("filter")));
    }
    arguments.expectKeyword("filter");
    return table.withFilter(texts(arguments.fieldList("fields")));
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  private record MultiKvStage(TextTable table, boolean copies, boolean removesOriginal)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of("_raw"));
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public boolean multipliesRows() {
      return true;
    }

    @Override
    public String describe() {
      return "multikv" + table.describe() + " copyattrs=" + copies + " rmorig=" + removesOriginal;
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
      FieldValue raw = row.get("_raw");
      List<Row> lines = raw == null ? List.of() : table.rows(raw.text());
      if (lines.isEmpty() || !removesOriginal) {
        downstream.accept(row.copy());
      }
      for (Row line : lines) {
        Row made = copies ? row.copy() : new Row();
        line.names().forEach(name -> made.set(name, line.get(name)));
        downstream.accept(made);
      }
    }
  }
}
