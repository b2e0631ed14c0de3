package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code chart aggregates OVER field BY field}, also {@code BY field, field}: a table of two
 * fields. Rules S-338, S-974.
 */
public final class Chart implements SearchCommand {

  @Override
  public String name() {
    return "chart";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> known = new ArrayList<>(ChartForm.OPTIONS);
    known.addAll(Bin.OPTIONS);
    known.add("dedup_splitvals");
    CommandOptions options = new CommandOptions(arguments, name(), known, List.of());
    options.read();
    AggregateReader reader = new AggregateReader(arguments, context, AggregateReader.Dialect.FIXED);
    List<AggregateCall> calls = reader.readUpTo("over", "by");
    options.read();
    List<Word> fields = fields(arguments, options);
    arguments.expectEnd();
    List<String> names = reader.by(fields);
    if (names.size() > 2) {
      throw arguments.error(
          fields.get(2).span(), "chart takes one field for rows and one for columns");
    }
    return stages(names, calls, options, arguments);
  }

  /** The field of the rows and that of the columns, whatever of them there is. */
  private static List<Word> fields(ArgumentReader arguments, CommandOptions options) {
    List<Word> fields = new ArrayList<>();
    if (arguments.tryKeyword("over")) {
      fields.add(arguments.word("the field of the rows"));
      options.read();
    }
    if (arguments.tryKeyword("by")) {
      fields.addAll(arguments.fields("a by-field", "over"));
      options.read();
      fields.addAll(arguments.fieldList("over"));
      options.read();
    }
    return fields;
  }

  private static List<Stage> stages(
      List<String> names,
      List<AggregateCall> calls,
      CommandOptions options,
      ArgumentReader arguments) {
    List<Stage> stages = new ArrayList<>();
    boolean isCut = options.word("span") != null || options.word("bins") != null;
    if (!names.isEmpty() && (isCut || names.get(0).equals("_time"))) {
      stages.add(Bin.stage(names.get(0), names.get(0), options, arguments, 300));
    }
    stages.add(
        names.isEmpty()
            ? new GroupingStage(new Grouping(List.of(), calls, null))
            : new ChartStage(
                ChartForm.of(
                    calls,
                    names.get(0),
                    names.size() == 2 ? names.get(1) : null,
                    options,
                    arguments)));
    return stages;
  }

  private record ChartStage(ChartForm form) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return form.reads();
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(form.rowField()) ? name : null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return form.fields();
    }

    @Override
    public boolean isOrderSensitive() {
      return form.calls().stream().anyMatch(AggregateCall::isOrderSensitive);
    }

    @Override
    public String describe() {
      return describe("");
    }

    @Override
    public @Nullable String describeBehind(List<Stage> before) {
      return before.get(before.size() - 1) instanceof BinStage bin && bin.isOf(form.rowField())
          ? describe(bin.options() + " ")
          : null;
    }

    private String describe(String options) {
      String text = "chart " + options + form.describe();
      text += " over " + FieldName.inSpl(form.rowField());
      return form.split() == null ? text : text + " by " + FieldName.inSpl(form.split());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Rows(form, new ChartTable(form, run), downstream);
    }
  }

  private record Rows(ChartForm form, ChartTable table, RowSink downstream) implements RowSink {

    @Override
    public void accept(Row row) {
      FieldValue value = row.get(form.rowField());
      if (value != null) {
        table.add(value, row);
      }
    }

    @Override
    public void finish() {
      table.settle();
      table.places().forEach(place -> downstream.accept(table.row(place, 0)));
      downstream.finish();
    }
  }
}
