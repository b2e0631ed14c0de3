package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code trendline sma7(field) [AS name] ...}: moving averages over the last rows, simple ({@code
 * sma}), weighted ({@code wma}) or exponential ({@code ema}). Rule S-1092.
 */
public final class Trendline implements SearchCommand {

  private static final Pattern CALL =
      Pattern.compile("(sma|wma|ema)(\\d{1,5})\\((.+)\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "trendline";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<Trend> trends = new ArrayList<>();
    do {
      Word call = arguments.fieldName("an average such as sma7(field)");
      String target =
          arguments.tryKeyword("as")
              ? arguments.fieldName("the name of the average").text()
              : call.text();
      trends.add(trend(call, target));
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd());
    return List.of(new TrendlineStage(trends));
  }

  private static Trend trend(Word call, String target) {
    Matcher parts = CALL.matcher(call.text());
    int period = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    if (period < 2 || period > 10_000) {
      throw new SplException(
          Diagnostic.error(call.span(), "'" + call.text() + "' is no moving average")
              .withHint("Write sma, wma or ema with a period of 2 to 10000, as sma7(field)")
              .withRule("S-1092"));
    }
    Kind kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    return new Trend(kind, period, parts.group(3), target);
  }

  /** How the rows count. */
  enum Kind {
    SMA,
    WMA,
    EMA
  }

  /** One average. */
  private record Trend(Kind kind, int period, String field, String target) {

    String describe() {
      String call = kind.name().toLowerCase(Locale.ROOT) + period + "(" + field + ")";
      return call + " AS " + Written.word(target);
    }
  }

  /** An average at work: the last numbers, and the exponential one so far. */
  private static final class Running {
    private final Trend trend;
    private final double[] last;
    private long seen;
    private double exponential;

    Running(Trend trend) {
      this.trend = trend;
      this.last = new double[trend.period()];
    }

    void pass(Row row) {
      FieldValue value = row.get(trend.field());
      if (value == null || !value.isNumeric()) {
        return;
      }
      double number = value.number();
      double kept = 2.0 / (trend.period() + 1);
      exponential = seen == 0 ? number : kept * exponential + (1 - kept) * number;
      last[(int) (seen++ % last.length)] = number;
      if (seen >= last.length) {
        row.set(trend.target(), FieldValue.of(average()));
      }
    }

    private double average() {
      if (trend.kind() == Kind.EMA) {
        return exponential;
      }
      double sum = 0;
      double weights = 0;
      for (int age = 0; age < last.length; age++) {
        double weight = trend.kind() == Kind.WMA ? last.length - age : 1;
        sum += weight * last[(int) ((seen - 1 - age) % last.length)];
        weights += weight;
      }
      return sum / weights;
    }
  }

  private record TrendlineStage(List<Trend> trends) implements OrderedRowStage {

    @Override
    public Predicate<Row> begin(RunContext run) {
      List<Running> running = trends.stream().map(Running::new).toList();
      return row -> {
        running.forEach(each -> each.pass(row));
        return true;
      };
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      Set<String> fields = trends.stream().map(Trend::field).collect(Collectors.toSet());
      return wanted.and(FieldSet.of(fields));
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      Set<String> targets = new TreeSet<>();
      trends.forEach(trend -> targets.add(trend.target()));
      return before.and(FieldSet.of(targets));
    }

    @Override
    public @Nullable String carries(String name) {
      return trends.stream().anyMatch(trend -> trend.target().equals(name)) ? null : name;
    }

    @Override
    public String describe() {
      return "trendline " + trends.stream().map(Trend::describe).collect(Collectors.joining(" "));
    }
  }
}
