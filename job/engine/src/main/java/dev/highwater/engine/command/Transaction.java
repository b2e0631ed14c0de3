package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code transaction [fields] [maxspan=5m] [startswith=...] [endswith=...] ...}: makes one row of
 * the events that belong together. Rules S-362, S-998, S-999.
 */
public final class Transaction implements SearchCommand {

  private static final String[] OPTIONS = {
    "maxspan",
    "maxpause",
    "maxevents",
    "startswith",
    "endswith",
    "connected",
    "keepevicted",
    "keeporphans",
    "mvlist",
    "nullstr",
    "mvraw"
  };

  private static final String[] WITHOUT_EFFECT = {
    "unifyends", "delim", "maxopentxn", "maxopenevents"
  };

  @Override
  public String name() {
    return "transaction";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan start = arguments.here();
    List<String> fields = new ArrayList<>();
    TransactionSettings settings = new TransactionSettings();
    while (!arguments.isAtEnd()) {
      if (arguments.tryPunctuation(',') || arguments.tryOption(WITHOUT_EFFECT) != null) {
        continue;
      }
      Option option = arguments.tryOption(OPTIONS);
      if (option != null) {
        settings = with(settings, option, arguments, context);
      } else if (arguments.peekOption()) {
        throw unknown(arguments);
      } else {
        fields.add(arguments.fieldName("a field of the transaction").text());
      }
    }
    String written = start.to(arguments.here()).text().strip();
    return List.of(new TransactionStage(fields, settings, "transaction " + written));
  }

  private static SplException unknown(ArgumentReader arguments) {
    SourceSpan span = arguments.here();
    if (arguments.tryOption("name") != null) {
      return new SplException(Diagnostic.unsupported(span, "transaction types are not supported"));
    }
    return arguments.error(span, "unknown option '" + span.text() + "' of transaction");
  }

  private static TransactionSettings with(
      TransactionSettings settings, Option option, ArgumentReader arguments, PlanContext context) {
    Word value = option.value();
    return switch (option.name()) {
      case "maxspan" -> settings.withSpan(Durations.seconds(value, arguments));
      case "maxpause" -> settings.withPause(Durations.seconds(value, arguments));
      case "maxevents" -> settings.withEvents(Durations.wholeNumber(value, arguments));
      case "startswith" -> settings.withStart(condition(value, context));
      case "endswith" -> settings.withEnd(condition(value, context));
      case "connected" -> settings.withConnected(arguments.bool(value));
      case "keepevicted" -> settings.withEvicted(arguments.bool(value));
      case "keeporphans" -> settings.withOrphans(arguments.bool(value));
      case "mvraw" -> settings.withRawList(arguments.bool(value));
      case "nullstr" -> settings.withNullText(value.text());
      default -> lists(settings, value);
    };
  }

  private static TransactionSettings lists(TransactionSettings settings, Word value) {
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "t", "true", "1" -> settings.withLists(true, Set.of());
      case "f", "false", "0" -> settings.withLists(false, Set.of());
      default -> settings.withLists(false, Set.of(value.text().split("[\\s,]+")));
    };
  }

  /** A search expression, in quotes, in parentheses or bare, or {@code eval(expression)}. */
  private static TransactionSettings.Condition condition(Word value, PlanContext context) {
    SplSource source = SplSources.of(value);
    String text = source.text();
    if (!value.quoted() && text.regionMatches(true, 0, "eval(", 0, 5)) {
      SourceSpan inner = new SourceSpan(source, 5, text.length() - 1);
      Evaluator evaluator = context.evaluator(ExpressionParser.parse(inner));
      return (row, run) -> evaluator.evaluate(row, run) == BooleanValue.TRUE;
    }
    RowPredicate predicate =
        context.predicate(SearchExpressionParser.parse(source, 0, text.length()));
    return (row, run) -> predicate.matches(row);
  }
}
