package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code addtotals [row=] [col=] [fieldname=] [labelfield=] [label=] fields}: the sum of each row's
 * numbers, a last row with the sums of columns, or both; {@code addcoltotals} the latter only.
 * Rules S-335, S-972.
 */
public record AddTotals(String name, boolean isColumnsOnly) implements SearchCommand {

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> known =
        isColumnsOnly
            ? List.of("labelfield", "label")
            : List.of("row", "col", "fieldname", "labelfield", "label");
    CommandOptions options = new CommandOptions(arguments, name, known, List.of());
    List<String> fields = new ArrayList<>();
    options.read();
    while (!arguments.isAtEnd()) {
      List<Word> next = arguments.fieldList();
      if (next.isEmpty()) {
        arguments.expectEnd();
      }
      next.forEach(field -> fields.add(field.text()));
      options.read();
    }
    boolean hasRowTotal = !isColumnsOnly && options.isTrue("row", true);
    boolean hasColumnTotals = isColumnsOnly || options.isTrue("col", false);
    String labelField = hasColumnTotals ? options.text("labelfield", "") : "";
    return List.of(
        new TotalsStage(
            fields,
            hasRowTotal ? options.text("fieldname", "Total") : "",
            hasColumnTotals,
            labelField,
            labelField.isEmpty() ? "Total" : options.text("label", "Total")));
  }

  /**
   * The running command.
   *
   * @param fields names, with wildcards; empty for all that are not internal
   * @param total the field for the sum of a row; empty for none
   * @param labelField empty for none
   */
  private record TotalsStage(
      List<String> fields, String total, boolean hasColumnTotals, String labelField, String label)
      implements Stage {

    @Override
    public CommandType type() {
      return hasColumnTotals ? CommandType.DATASET_PROCESSING : CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(total) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(
          FieldSet.of(
              Stream.of(total, labelField)
                  .filter(name -> !name.isEmpty())
                  .collect(Collectors.toSet())));
    }

    @Override
    public String describe() {
      return "addtotals"
          + (total.isEmpty() ? " row=false" : " fieldname=" + FieldName.inSpl(total))
          + (hasColumnTotals ? " col=true label=" + FieldName.inSpl(label) : "")
          + (labelField.isEmpty() ? "" : " labelfield=" + FieldName.inSpl(labelField))
          + (fields.isEmpty() ? "" : " " + FieldName.inSpl(fields));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Totals(this, downstream);
    }
  }

  private static final class Totals implements RowSink {
    private final TotalsStage stage;
    private final RowSink downstream;
    private final List<WildcardPattern> patterns;
    private final Map<String, Double> columns = new LinkedHashMap<>();
    private boolean hasRows;

    Totals(TotalsStage stage, RowSink downstream) {
      this.stage = stage;
      this.downstream = downstream;
      this.patterns = stage.fields.stream().map(WildcardPattern::exact).toList();
    }

    private boolean isMeant(String field) {
      return patterns.isEmpty()
          ? !field.startsWith("_")
          : patterns.stream().anyMatch(pattern -> pattern.matches(field));
    }

    @Override
    public void accept(Row row) {
      hasRows = true;
      double sum = 0;
      for (String name : row.names()) {
        FieldValue value = row.get(name);
        if (value != null && value.isNumeric() && isMeant(name)) {
          sum += value.number();
          addToColumn(name, value.number());
        }
      }
      if (!stage.total.isEmpty()) {
        row.set(stage.total, FieldValue.of(sum));
        addToColumn(stage.total, sum);
      }
      downstream.accept(row);
    }

    private void addToColumn(String name, double number) {
      if (stage.hasColumnTotals) {
        columns.merge(name, number, Double::sum);
      }
    }

    @Override
    public void finish() {
      if (stage.hasColumnTotals && hasRows) {
        Row totals = new Row();
        if (!stage.labelField.isEmpty()) {
          totals.set(stage.labelField, FieldValue.of(stage.label));
        }
        columns.forEach(
            (name, sum) -> {
              if (!name.equals(stage.labelField)) {
                totals.set(name, FieldValue.of(sum));
              }
            });
        downstream.accept(totals);
      }
      downstream.finish();
    }
  }
}
