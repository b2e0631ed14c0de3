package dev.highwater.engine.command;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The dataset that {@code tstats} reads: what {@code FROM} names, or the part of it that {@code
 * WHERE nodename=} does (S-250).
 *
 * @param filter the condition without {@code nodename}
 */
record SummaryDataset(DatasetSchema schema, SearchExpression filter) {

  /** Reads {@code FROM datamodel=Model.Dataset}. */
  static DatasetSchema read(ArgumentReader arguments, PlanContext context) {
    arguments.expectKeyword("from");
    Option option = arguments.tryOption("datamodel");
    if (option == null) {
      arguments.expectKeyword("datamodel");
    }
    Word name = option == null ? arguments.word("a data model") : option.value();
    int dot = name.text().indexOf('.');
    String model = dot < 0 ? name.text() : name.text().substring(0, dot);
    String dataset = dot < 0 ? null : name.text().substring(name.text().lastIndexOf('.') + 1);
    DatasetSchema schema = context.catalog().dataset(model, dataset);
    if (schema == null) {
      throw unknown(name, context);
    }
    return schema;
  }

  private static SplException unknown(Word name, PlanContext context) {
    String nearest = DidYouMean.nearest(name.text(), context.catalog().datasets());
    Diagnostic diagnostic =
        Diagnostic.unsupported(name.span(), "unknown data model '" + name.text() + "'")
            .withRule("S-267");
    return new SplException(
        nearest == null ? diagnostic : diagnostic.withHint("Did you mean '" + nearest + "'?"));
  }

  /** Takes {@code nodename=Root.Child} out of the conditions that all have to hold. */
  static SummaryDataset of(DatasetSchema schema, SearchExpression filter, PlanContext context) {
    List<SearchExpression> conditions =
        filter instanceof SearchExpression.And and ? and.operands() : List.of(filter);
    List<SearchExpression> rest = new ArrayList<>();
    DatasetSchema named = schema;
    for (SearchExpression condition : conditions) {
      if (condition instanceof SearchExpression.Comparison comparison
          && comparison.field().equals("nodename")
          && comparison.operator() == Operator.EQUAL) {
        named = node(named, comparison, context);
      } else {
        rest.add(condition);
      }
    }
    return rest.size() == conditions.size()
        ? new SummaryDataset(schema, filter)
        : new SummaryDataset(named, TimeModifiers.all(filter, rest));
  }

  private static DatasetSchema node(
      DatasetSchema schema, SearchExpression.Comparison comparison, PlanContext context) {
    String path = comparison.value().text();
    String dataset = path.substring(path.lastIndexOf('.') + 1);
    DatasetSchema node = context.catalog().dataset(schema.model(), dataset);
    if (node == null) {
      throw new SplException(
          Diagnostic.unsupported(
                  comparison.span(),
                  "data model " + schema.model() + " has no dataset '" + path + "'")
              .withRule("S-250"));
    }
    return node;
  }
}
