package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import dev.highwater.engine.time.RelativeTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code bin [options] field [AS name]}, also {@code bucket} and {@code discretize}: times go down
 * to the start of their bucket, numbers become the range that they lie in. Rules S-333, S-973.
 */
public record Bin(String name) implements SearchCommand {

  static final List<String> OPTIONS =
      List.of("bins", "minspan", "span", "start", "end", "aligntime");

  private static final Pattern LOGARITHM =
      Pattern.compile(
          "(\\d+\\.?\\d*|\\.\\d+|)log(\\d+\\.?\\d*|\\.\\d+|)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?|[-+]?\\.\\d+");

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name, OPTIONS, List.of());
    options.read();
    Word field = arguments.word("a field name");
    options.read();
    Word target = arguments.tryKeyword("as") ? arguments.word("the new field") : field;
    options.read();
    arguments.expectEnd();
    return List.of(stage(field.text(), target.text(), options, arguments, 100));
  }

  /** The stage that the options of a command ask for. */
  static BinStage stage(
      String field, String target, CommandOptions options, ArgumentReader arguments, int bins) {
    boolean isTime = field.equals("_time");
    BinStage byValues =
        new BinStage(
            field,
            target,
            null,
            options.whole("bins", 2, bins),
            width(options.word("minspan"), isTime, arguments),
            number(options.word("start"), Double.NaN, arguments),
            number(options.word("end"), Double.NaN, arguments),
            alignment(options.word("aligntime")));
    BinWidth width = width(options.word("span"), isTime, arguments);
    return width == null ? byValues : byValues.ofWidth(width);
  }

  private static @Nullable BinWidth width(
      @Nullable Word word, boolean isTime, ArgumentReader arguments) {
    if (word == null) {
      return null;
    }
    String text = word.text();
    Matcher logarithm = LOGARITHM.matcher(text);
    if (logarithm.matches()) {
      return logarithmic(word, logarithm, arguments);
    }
    TimeSpan span = TimeSpan.parse(text);
    if (!isTime && NUMBER.matcher(text).matches()) {
      return linear(word, arguments);
    } else if (span == null) {
      throw arguments.error(word.span(), "'" + text + "' is no span", "Write 5m, 1d, 10 or 2log5");
    }
    return span.equals(TimeSpan.AUTO) ? null : new BinWidth.OfTime(span);
  }

  private static BinWidth linear(Word word, ArgumentReader arguments) {
    double size = Double.parseDouble(word.text());
    if (size <= 0) {
      throw arguments.error(word.span(), "a span is greater than 0");
    }
    return new BinWidth.OfNumbers(size);
  }

  private static BinWidth logarithmic(Word word, Matcher matcher, ArgumentReader arguments) {
    double factor = matcher.group(1).isEmpty() ? 1 : Double.parseDouble(matcher.group(1));
    double base = matcher.group(2).isEmpty() ? 10 : Double.parseDouble(matcher.group(2));
    if (base <= 1 || factor < 1 || factor >= base) {
      throw arguments.error(
          word.span(),
          "the base of a span is over 1, its factor at least 1 and less than the base");
    }
    return new BinWidth.OfMagnitudes(word.text(), factor, base);
  }

  private static double number(@Nullable Word word, double otherwise, ArgumentReader arguments) {
    if (word == null) {
      return otherwise;
    }
    if (!NUMBER.matcher(word.text()).matches()) {
      throw arguments.error(word.span(), "expected a number, not '" + word.text() + "'");
    }
    return Double.parseDouble(word.text());
  }

  private static String alignment(@Nullable Word word) {
    String text = word == null ? "" : word.text();
    boolean isKnown =
        text.isEmpty()
            || text.equals("earliest")
            || text.equals("latest")
            || NUMBER.matcher(text).matches();
    if (word != null && !isKnown) {
      checkTime(word);
    }
    return text;
  }

  private static void checkTime(Word word) {
    try {
      RelativeTime.parse(word.text());
    } catch (IllegalArgumentException e) {
      throw new SplException(
          Diagnostic.error(word.span(), String.valueOf(e.getMessage())).withRule("S-333"));
    }
  }
}
