package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code anomalydetection [action=filter|annotate] [pthresh=p] fields}: finds rows whose values are
 * rare together. Rule S-1005.
 */
public final class AnomalyDetection implements SearchCommand {

  @Override
  public String name() {
    return "anomalydetection";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    boolean isFilter = true;
    double threshold = Double.NaN;
    List<String> fields = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      if (arguments.tryPunctuation(',')) {
        continue;
      }
      Option option = arguments.tryOption("method", "action", "pthresh", "cutoff");
      if (option == null && arguments.peekOption()) {
        throw arguments.error(
            arguments.here(),
            "unknown option '" + arguments.here().text() + "' of anomalydetection");
      } else if (option == null) {
        fields.add(arguments.fieldName("a field").text());
      } else if (option.name().equals("action")) {
        isFilter = isFilter(option.value());
      } else if (option.name().equals("pthresh")) {
        threshold = probability(option.value(), arguments);
      } else if (option.name().equals("method")) {
        checkMethod(option.value());
      } else {
        arguments.bool(option.value());
      }
    }
    return List.of(new AnomalyStage(isFilter, threshold, fields));
  }

  private static boolean isFilter(Word action) {
    return switch (action.text().toLowerCase(Locale.ROOT)) {
      case "filter" -> true;
      case "annotate" -> false;
      default -> throw unsupported(action, "action=");
    };
  }

  private static void checkMethod(Word method) {
    if (!method.text().equalsIgnoreCase("histogram")) {
      throw unsupported(method, "method=");
    }
  }

  private static SplException unsupported(Word value, String option) {
    return new SplException(
        Diagnostic.unsupported(
            value.span(), "anomalydetection " + option + value.text() + " is not supported"));
  }

  private static double probability(Word value, ArgumentReader arguments) {
    double probability = FieldValue.of(value.text()).number();
    if (probability > 0 && probability <= 1) {
      return probability;
    }
    throw arguments.error(
        value.span(), "pthresh must be a number above 0 and up to 1, not '" + value.text() + "'");
  }
}
