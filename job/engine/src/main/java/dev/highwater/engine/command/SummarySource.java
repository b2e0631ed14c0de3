package dev.highwater.engine.command;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tstats} reads: a dataset, or without {@code FROM} the events of indexes (S-250,
 * S-1087).
 *
 * @param dataset {@code null} for events
 */
record SummarySource(@Nullable DatasetSchema dataset) {

  private static final String TIME = "_time";

  /** What every event has as it is indexed. */
  private static final Set<String> INDEXED =
      Set.of(
          TIME,
          "_indextime",
          "_raw",
          "host",
          "index",
          "linecount",
          "punct",
          "source",
          "sourcetype",
          "splunk_server");

  /** Reads {@code FROM datamodel=Model.Dataset} if it is next. */
  static SummarySource read(ArgumentReader arguments, PlanContext context) {
    return new SummarySource(
        arguments.peekKeyword("from") ? SummaryDataset.read(arguments, context) : null);
  }

  /** The scan, filtered; by-fields and conditions on fields that are not there are warned of. */
  ScanStage scan(SearchExpression where, List<Word> by, PlanContext context) {
    TimeModifiers modifiers = TimeModifiers.of(where, context);
    if (dataset == null) {
      by.forEach(field -> checkIndexed(field.text(), field.span(), context));
      checkIndexed(modifiers.rest(), context);
      return new ScanStage(
          new Scan.OfEvents(modifiers.rest(), modifiers.bounds()),
          context.filter(modifiers.rest()));
    }
    SummaryDataset members = SummaryDataset.of(dataset, modifiers.rest(), context);
    by.forEach(field -> checkField(field, members.schema(), context));
    Scan scan =
        new Scan.OfDataset(
            members.schema().model(),
            members.schema().dataset(),
            members.filter(),
            modifiers.bounds());
    return new ScanStage(scan, context.filter(members.filter()));
  }

  private static void checkIndexed(SearchExpression expression, PlanContext context) {
    if (expression instanceof SearchExpression.And and) {
      and.operands().forEach(operand -> checkIndexed(operand, context));
    } else if (expression instanceof SearchExpression.Or or) {
      or.operands().forEach(operand -> checkIndexed(operand, context));
    } else if (expression instanceof SearchExpression.Not not) {
      checkIndexed(not.operand(), context);
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      checkIndexed(comparison.field(), comparison.span(), context);
    } else if (expression instanceof SearchExpression.In in) {
      checkIndexed(in.field(), in.span(), context);
    }
  }

  private static void checkIndexed(String field, SourceSpan place, PlanContext context) {
    if (field.toUpperCase(Locale.ROOT).startsWith("PREFIX(")) {
      throw new SplException(
          Diagnostic.unsupported(place, "tstats by PREFIX() is not supported").withRule("S-1087"));
    }
    if (!INDEXED.contains(field)) {
      context.warn(
          Diagnostic.warning(
                  place,
                  "the field '"
                      + field
                      + "' is in an index only where it is extracted at index time")
              .withRule("S-1087"));
    }
  }

  private static void checkField(Word field, DatasetSchema dataset, PlanContext context) {
    if (!field.text().equals(TIME) && !dataset.fields().contains(field.text())) {
      context.warn(
          Diagnostic.warning(
                  field.span(),
                  "dataset " + dataset.dataset() + " has no field '" + field.text() + "'")
              .withRule("S-502"));
    }
  }
}
