package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tstats [options] aggregates [FROM datamodel=Model.Dataset] [WHERE search] [BY fields]}:
 * aggregates over a data model, or over the events of indexes. There are no summaries here, so that
 * {@code summariesonly} and {@code allow_old_summaries} change nothing (S-254, S-255). Rules
 * S-250..S-268, S-1087, S-1150.
 */
public final class Tstats implements SearchCommand {

  private static final String TIME = "_time";

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
    SourceSpan place = arguments.here();
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, List.of());
    AggregateReader reader =
        new AggregateReader(arguments, context, AggregateReader.Dialect.SUMMARIES);
    List<AggregateCall> calls = SummaryRows.calls(reader, options, arguments);
    SummarySource source = SummarySource.read(arguments, context);
    SourceSpan start = arguments.here();
    SearchExpression where =
        arguments.tryKeyword("where")
            ? arguments.searchExpression("by", "groupby")
            : new SearchExpression.Everything(start);
    Buckets buckets = Buckets.read(arguments, context);
    arguments.expectEnd();
    List<String> by = reader.by(buckets.fields());
    ScanStage scan = source.scan(EveryAddress.asWildcard(where), buckets.fields(), context);
    Word fill = options.word("fillnull_value");
    String fillNull = fill == null ? null : fill.text();
    SummaryRows rows = SummaryRows.of(options, place, arguments, context);
    return rows.of(
        scan, new GroupingStage(new Grouping(by, calls, fillNull, buckets.span(), false)));
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
        throw arguments.error(
            arguments.here(), "unknown option '" + arguments.here().text() + "' of tstats");
      }
      return SummarySpan.of(option.value().text(), option.value().span());
    }
  }
}
