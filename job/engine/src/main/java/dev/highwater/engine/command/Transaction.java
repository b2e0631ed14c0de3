package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  private static final Set<String> ALL = Set.of("t", "true", "1");
  private static final Set<String> NONE = Set.of("f", "false", "0");

  private static final String[] WITHOUT_EFFECT = {
    "unifyends", "delim", "maxopentxn", "maxopenevents"
  };

  @Override
  public String name() {
    return "transaction";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> fields = new ArrayList<>();
    Map<String, Word> options = new HashMap<>();
    while (!arguments.isAtEnd()) {
      if (arguments.tryPunctuation(',') || arguments.tryOption(WITHOUT_EFFECT) != null) {
        continue;
      }
      Option option = arguments.tryOption(OPTIONS);
      if (option != null) {
        options.put(option.name(), option.value());
      } else if (arguments.peekOption()) {
        throw unknown(arguments);
      } else {
        fields.add(arguments.fieldName("a field of the transaction").text());
      }
    }
    return List.of(new TransactionStage(fields, settings(options, arguments, context)));
  }

  private static SplException unknown(ArgumentReader arguments) {
    SourceSpan span = arguments.here();
    if (arguments.tryOption("name") != null) {
      return new SplException(Diagnostic.unsupported(span, "transaction types are not supported"));
    }
    return arguments.error(span, "unknown option '" + span.text() + "' of transaction");
  }

  private static TransactionSettings settings(
      Map<String, Word> options, ArgumentReader arguments, PlanContext context) {
    Word events = options.get("maxevents");
    Word start = options.get("startswith");
    Word end = options.get("endswith");
    Word nullText = options.get("nullstr");
    String lists = text(options.get("mvlist"));
    return new TransactionSettings(
        seconds(options.get("maxspan"), arguments),
        seconds(options.get("maxpause"), arguments),
        events == null ? TransactionSettings.MAX_EVENTS : Durations.wholeNumber(events, arguments),
        start == null ? null : TransactionCondition.of(start, context),
        end == null ? null : TransactionCondition.of(end, context),
        bool(options.get("connected"), true, arguments),
        bool(options.get("keepevicted"), false, arguments),
        bool(options.get("keeporphans"), false, arguments),
        bool(options.get("mvraw"), false, arguments),
        ALL.contains(lists.toLowerCase(Locale.ROOT)),
        listed(lists),
        nullText == null ? "NULL" : nullText.text());
  }

  /** -1 for any. */
  private static double seconds(@Nullable Word value, ArgumentReader arguments) {
    double seconds = value == null ? -1 : Durations.seconds(value, arguments);
    return seconds < 0 ? -1 : seconds;
  }

  private static boolean bool(@Nullable Word value, boolean otherwise, ArgumentReader arguments) {
    return value == null ? otherwise : arguments.bool(value);
  }

  private static String text(@Nullable Word value) {
    return value == null ? "false" : value.text();
  }

  private static Set<String> listed(String lists) {
    String lower = lists.toLowerCase(Locale.ROOT);
    return ALL.contains(lower) || NONE.contains(lower)
        ? Set.of()
        : new TreeSet<>(List.of(lists.strip().split("[\\s,]+")));
  }
}
