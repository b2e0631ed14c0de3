package dev.highwater.engine.command;

import dev.highwater.engine.event.Measurements;
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
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mstats aggregates WHERE search [BY fields] [span=10s]}: aggregates over the measurements
 * of metric data points. {@code backfill}, {@code update_period} and {@code chunk_size} change
 * nothing. Rules S-1080..S-1083.
 */
public final class Mstats implements SearchCommand {

  private static final String TIME = "_time";

  /** Stands for the metric and all dimensions. */
  private static final String SERIES = "_timeseries";

  private static final List<String> OPTIONS =
      List.of(
          "append",
          "backfill",
          "chunk_size",
          "fillnull_value",
          "prestats",
          "span",
          "update_period");
  private static final List<String> UNSUPPORTED = List.of("chart", "every");

  @Override
  public String name() {
    return "mstats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, UNSUPPORTED);
    AggregateReader reader =
        new AggregateReader(arguments, context, AggregateReader.Dialect.METRICS);
    MetricCalls calls = MetricCalls.of(SummaryRows.calls(reader, options, arguments), place);
    SourceSpan start = arguments.here();
    MetricFilter where =
        MetricFilter.of(
            arguments.tryKeyword("where")
                ? arguments.searchExpression("by", "groupby")
                : new SearchExpression.Everything(start),
            context);
    List<Word> fields = by(arguments, options);
    arguments.expectEnd();
    fields.forEach(Mstats::refuseSeries);
    TimeSpan span = span(options, where, fields);
    List<String> by = by(reader.by(fields), span);
    SearchExpression filter = where.ofMetrics(calls.metrics());
    ScanStage scan =
        new ScanStage(new Scan.OfMeasurements(filter, where.bounds()), context.filter(filter));
    Word fill = options.word("fillnull_value");
    String fillNull = fill == null ? null : fill.text();
    SummaryRows rows = SummaryRows.of(options, place, arguments, context);
    if (!calls.hasPatterns()) {
      return rows.of(
          scan, new GroupingStage(new Grouping(by, calls.overMetrics(), fillNull, span, false)));
    }
    if (rows.isInPart()) {
      throw new SplException(
          Diagnostic.unsupported(place, "prestats=true with wildcards is not supported")
              .withRule("S-1083"));
    }
    return List.of(
        scan, ofEachMetric(calls, by, fillNull, span), new MetricColumns(by, calls.written()));
  }

  private static GroupingStage ofEachMetric(
      MetricCalls calls, List<String> by, @Nullable String fillNull, @Nullable TimeSpan span) {
    List<String> each = new ArrayList<>(by);
    if (!by.contains(Measurements.NAME)) {
      each.add(Measurements.NAME);
    }
    return new GroupingStage(new Grouping(each, calls.overEachMetric(), fillNull, span, false));
  }

  /** The by-fields, with options between and behind them. */
  private static List<Word> by(ArgumentReader arguments, CommandOptions options) {
    List<Word> fields = new ArrayList<>();
    if (arguments.tryKeyword("by") || arguments.tryKeyword("groupby")) {
      do {
        options.read();
        fields.addAll(arguments.fieldList());
      } while (arguments.peekOption());
    }
    options.read();
    return fields;
  }

  private static void refuseSeries(Word field) {
    if (field.text().equals(SERIES)) {
      throw new SplException(
          Diagnostic.unsupported(field.span(), "mstats by " + SERIES + " is not supported")
              .withRule("S-1083"));
    }
  }

  /** The buckets of {@code _time}, {@code null} where rows are not told apart by time (S-1082). */
  private static @Nullable TimeSpan span(
      CommandOptions options, MetricFilter where, List<Word> fields) {
    Word written = options.word("span");
    if (written != null) {
      return SummarySpan.of(written.text(), written.span());
    } else if (where.span() != null) {
      return where.span();
    }
    return fields.stream().anyMatch(field -> field.text().equals(TIME)) ? TimeSpan.AUTO : null;
  }

  private static List<String> by(List<String> fields, @Nullable TimeSpan span) {
    List<String> by = new ArrayList<>();
    if (span != null && !fields.contains(TIME)) {
      by.add(TIME);
    }
    by.addAll(fields);
    return by;
  }
}
