package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tstats [options] aggregates FROM datamodel=Model.Dataset [WHERE search] [BY fields]}:
 * aggregates over a data model. There are no summaries here, so that {@code summariesonly} and
 * {@code allow_old_summaries} change nothing (S-254, S-255). Rules S-250..S-268.
 */
public final class Tstats implements SearchCommand {

  private static final String[] WITHOUT_EFFECT = {
    "summariesonly", "allow_old_summaries", "local", "include_reduced_buckets", "chunk_size"
  };
  private static final String[] UNSUPPORTED = {"prestats", "append"};

  private static final List<String> OPTIONS =
      List.of(
          "allow_old_summaries",
          "append",
          "chunk_size",
          "fillnull_value",
          "include_reduced_buckets",
          "local",
          "prestats",
          "summariesonly");

  @Override
  public String name() {
    return "tstats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String fillNull = options(arguments, null);
    List<AggregateCall> calls =
        new AggregateReader(arguments, context).readUpTo("from", "where", "by", "groupby");
    DatasetSchema dataset = dataset(arguments, context);
    SourceSpan start = arguments.here();
    SearchExpression filter =
        arguments.tryKeyword("where")
            ? arguments.searchExpression("by", "groupby")
            : new SearchExpression.Everything(start);
    List<Word> by = List.of();
    if (arguments.tryKeyword("by") || arguments.tryKeyword("groupby")) {
      by = arguments.fieldList();
      refuseSpan(arguments);
    }
    arguments.expectEnd();
    checkFields(by, dataset, context);
    Grouping grouping = new Grouping(by.stream().map(Word::text).toList(), calls, fillNull);
    TimeModifiers modifiers = TimeModifiers.of(filter);
    Scan scan =
        new Scan.OfDataset(
            dataset.model(), dataset.dataset(), modifiers.rest(), modifiers.bounds());
    return List.of(
        new ScanStage(scan, context.filter(modifiers.rest())), new GroupingStage(grouping));
  }

  private static @Nullable String options(ArgumentReader arguments, @Nullable String noFill) {
    String fillNull = noFill;
    while (arguments.peekOption() && arguments.tryOption("datamodel") == null) {
      Option fill = arguments.tryOption("fillnull_value");
      Option ignored = fill != null ? fill : arguments.tryOption(WITHOUT_EFFECT);
      if (fill != null) {
        fillNull = fill.value().text();
      } else if (ignored == null) {
        throw unknownOption(arguments);
      }
    }
    return fillNull;
  }

  private static SplException unknownOption(ArgumentReader arguments) {
    Option unsupported = arguments.tryOption(UNSUPPORTED);
    if (unsupported != null) {
      return new SplException(
          Diagnostic.unsupported(
              unsupported.nameSpan(), "tstats " + unsupported.name() + "= is not supported"));
    }
    String name = arguments.here().text();
    String message = "unknown option '" + name + "' of tstats";
    String nearest = DidYouMean.nearest(name, OPTIONS);
    return nearest == null
        ? arguments.error(arguments.here(), message)
        : arguments.error(arguments.here(), message, "Did you mean '" + nearest + "'?");
  }

  private static DatasetSchema dataset(ArgumentReader arguments, PlanContext context) {
    SourceSpan span = arguments.here();
    if (!arguments.tryKeyword("from")) {
      throw new SplException(
          Diagnostic.unsupported(span, "tstats over indexes is not supported")
              .withHint("Name a data model: FROM datamodel=Model.Dataset"));
    }
    Option option = arguments.tryOption("datamodel");
    if (option == null) {
      arguments.expectKeyword("datamodel");
    }
    Word name = option == null ? arguments.word("a data model") : option.value();
    int dot = name.text().indexOf('.');
    String model = dot < 0 ? name.text() : name.text().substring(0, dot);
    String dataset = dot < 0 ? null : name.text().substring(dot + 1);
    DatasetSchema schema = context.catalog().dataset(model, dataset);
    if (schema == null) {
      throw unknownDataset(name, context);
    }
    return schema;
  }

  private static SplException unknownDataset(Word name, PlanContext context) {
    String nearest = DidYouMean.nearest(name.text(), context.catalog().datasets());
    Diagnostic diagnostic =
        Diagnostic.unsupported(name.span(), "unknown data model '" + name.text() + "'")
            .withRule("S-267");
    return new SplException(
        nearest == null ? diagnostic : diagnostic.withHint("Did you mean '" + nearest + "'?"));
  }

  private static void refuseSpan(ArgumentReader arguments) {
    Option span = arguments.tryOption("span");
    if (span != null) {
      throw unsupportedSpan(span.nameSpan());
    }
  }

  private static SplException unsupportedSpan(SourceSpan place) {
    return new SplException(
        Diagnostic.unsupported(place, "tstats by _time span= is not supported").withRule("S-261"));
  }

  private static void checkFields(List<Word> by, DatasetSchema dataset, PlanContext context) {
    for (Word field : by) {
      if (field.text().equals("_time")) {
        throw unsupportedSpan(field.span());
      }
      if (!dataset.fields().contains(field.text())) {
        context.warn(
            Diagnostic.warning(
                    field.span(),
                    "dataset " + dataset.dataset() + " has no field '" + field.text() + "'")
                .withRule("S-502"));
      }
    }
  }
}
