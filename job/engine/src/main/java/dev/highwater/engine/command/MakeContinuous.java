package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code makecontinuous [field] [span=1h]}: puts a field, {@code _time} by default, into buckets
 * and adds rows for the buckets in between that have none. Rule S-1091.
 */
public final class MakeContinuous implements SearchCommand {

  private static final String TIME = "_time";
  private static final List<String> OPTIONS = List.of("bins", "end", "span", "start");
  private static final List<String> UNSUPPORTED = List.of("aligntime", "minspan");

  @Override
  public String name() {
    return "makecontinuous";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, UNSUPPORTED);
    options.read();
    String field = arguments.isAtEnd() ? TIME : arguments.fieldName("a field name").text();
    options.read();
    arguments.expectEnd();
    Word span = options.word("span");
    return List.of(
        new MakeContinuousStage(
            field,
            span == null ? TimeSpan.AUTO : width(span),
            options.whole("bins", 2, 100),
            bound(options.word("start")),
            bound(options.word("end"))));
  }

  /** A number is so many units of the field, and so many seconds of a time. */
  private static TimeSpan width(Word span) {
    TimeSpan width = TimeSpan.parse(span.text());
    if (width == null) {
      throw new SplException(
          Diagnostic.error(span.span(), "'" + span.text() + "' is no span").withRule("S-1091"));
    }
    return width;
  }

  private static double bound(@Nullable Word word) {
    if (word == null) {
      return Double.NaN;
    }
    double number = FieldValue.of(word.text()).number();
    if (!Double.isFinite(number)) {
      throw new SplException(
          Diagnostic.error(word.span(), "expected a number, not '" + word.text() + "'")
              .withRule("S-1091"));
    }
    return number;
  }

  /**
   * The rows in the order of their buckets.
   *
   * @param start the least number that is covered, NaN for the first one that a row has
   * @param end likewise
   */
  private record MakeContinuousStage(
      String field, TimeSpan span, int bins, double start, double end) implements WholeResultStage {

    /** More empty buckets than this are not made. */
    private static final int MOST_BUCKETS = 50_000;

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(field) ? null : name;
    }

    @Override
    public String describe() {
      return "makecontinuous span="
          + span
          + " bins="
          + bins
          + (Double.isNaN(start) ? "" : " start=" + FieldValue.of(start).text())
          + (Double.isNaN(end) ? "" : " end=" + FieldValue.of(end).text())
          + " "
          + Written.word(field);
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      double first = start;
      double last = end;
      for (Row row : rows) {
        double number = number(row);
        first = Double.isNaN(number) || first <= number ? first : number;
        last = Double.isNaN(number) || last >= number ? last : number;
      }
      if (Double.isNaN(first) || Double.isNaN(last)) {
        return rows;
      }
      TimeSpan width =
          span.equals(TimeSpan.AUTO) ? TimeSpan.dividing(last - first, bins, null) : span;
      return result(rows, first, last, width, run);
    }

    private List<Row> result(
        List<Row> rows, double first, double last, TimeSpan width, RunContext run) {
      ZoneId zone = run.zone();
      Map<Double, List<Row>> buckets = new TreeMap<>();
      double at = width.floor(first, zone);
      while (at <= last && buckets.size() < MOST_BUCKETS) {
        buckets.put(at, new ArrayList<>());
        at = width.next(at, zone);
      }
      if (at <= last) {
        run.resources().note("makecontinuous: there are over " + MOST_BUCKETS + " buckets");
      }
      List<Row> others = new ArrayList<>();
      for (Row row : rows) {
        double number = number(row);
        if (Double.isNaN(number)) {
          others.add(row);
        } else {
          buckets.computeIfAbsent(width.floor(number, zone), key -> new ArrayList<>()).add(row);
        }
      }
      List<Row> result = new ArrayList<>();
      buckets.forEach(
          (bucket, members) -> {
            (members.isEmpty() ? List.of(new Row()) : members)
                .forEach(row -> result.add(row.set(field, FieldValue.of(bucket))));
          });
      result.addAll(others);
      return result;
    }

    private double number(Row row) {
      FieldValue value = row.get(field);
      return value == null ? Double.NaN : value.number();
    }
  }
}
