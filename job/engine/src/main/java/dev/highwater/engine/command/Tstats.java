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
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tstats [options] aggregates FROM datamodel=Model.Dataset [WHERE search] [BY fields]}:
 * aggregates over a data model. There are no summaries here, so that {@code summariesonly} and
 * {@code allow_old_summaries} change nothing (S-254, S-255). Rules S-250..S-268.
 */
public final class Tstats implements SearchCommand {

  private static final String TIME = "_time";

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
    String fillNull = options(arguments);
    AggregateReader reader =
        new AggregateReader(arguments, context, AggregateReader.Dialect.SUMMARIES);
    List<AggregateCall> calls = reader.readUpTo("from", "where", "by", "groupby");
    DatasetSchema from = SummaryDataset.read(arguments, context);
    SourceSpan start = arguments.here();
    SearchExpression where =
        arguments.tryKeyword("where")
            ? arguments.searchExpression("by", "groupby")
            : new SearchExpression.Everything(start);
    TimeModifiers modifiers = TimeModifiers.of(where, context);
    SummaryDataset dataset = SummaryDataset.of(from, modifiers.rest(), context);
    Buckets buckets = Buckets.read(arguments, context);
    arguments.expectEnd();
    List<String> by = reader.by(buckets.fields());
    buckets.fields().forEach(field -> checkField(field, dataset.schema(), context));
    Scan scan =
        new Scan.OfDataset(
            dataset.schema().model(),
            dataset.schema().dataset(),
            dataset.filter(),
            modifiers.bounds());
    return List.of(
        new ScanStage(scan, context.filter(dataset.filter())),
        new GroupingStage(new Grouping(by, calls, fillNull, buckets.span(), false)));
  }

  private static @Nullable String options(ArgumentReader arguments) {
    String fillNull = null;
    while (arguments.peekOption()) {
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
                  unsupported.nameSpan(), "tstats " + unsupported.name() + "= is not supported")
              .withRule("S-262"));
    }
    String name = arguments.here().text();
    String message = "unknown option '" + name + "' of tstats";
    String nearest = DidYouMean.nearest(name, OPTIONS);
    return nearest == null
        ? arguments.error(arguments.here(), message)
        : arguments.error(arguments.here(), message, "Did you mean '" + nearest + "'?");
  }

  /**
   * The by-clause.
   *
   * @param span the buckets of {@code _time}, {@code null} where it is no by-field (S-261, S-1011)
   */
  private record Buckets(List<Word> fields, @Nullable TimeSpan span) {

    static Buckets read(ArgumentReader arguments, PlanContext context) {
      List<Word> fields = new ArrayList<>();
      TimeSpan span = TimeSpan.AUTO;
      SourceSpan place = arguments.here();
      boolean isGiven = false;
      if (arguments.tryKeyword("by") || arguments.tryKeyword("groupby")) {
        fields.addAll(arguments.fields("a by-field"));
        while (arguments.peekOption()) {
          place = arguments.here();
          span = span(arguments);
          isGiven = true;
          fields.addAll(arguments.fieldList());
        }
      }
      if (isGiven && !hasTime(fields)) {
        context.warn(
            Diagnostic.warning(place, "span= says nothing without the by-field _time")
                .withHint("Write by _time span=...")
                .withRule("S-1011"));
      }
      return new Buckets(fields, hasTime(fields) ? span : null);
    }

    private static boolean hasTime(List<Word> fields) {
      return fields.stream().anyMatch(field -> field.text().equals(TIME));
    }

    private static TimeSpan span(ArgumentReader arguments) {
      Option option = arguments.tryOption("span");
      if (option == null) {
        throw unknownOption(arguments);
      }
      TimeSpan span = TimeSpan.parse(option.value().text());
      boolean isShort = span != null && !span.equals(TimeSpan.AUTO) && span.seconds() < 1;
      if (span == null || isShort) {
        throw fault(
            option.value().span(),
            "'" + option.value().text() + "' is no span of a second or more");
      }
      return span;
    }

    private static SplException fault(SourceSpan place, String message) {
      return new SplException(Diagnostic.error(place, message).withRule("S-261"));
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
