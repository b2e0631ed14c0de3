package dev.highwater.engine.command;

import dev.highwater.engine.plan.LogicalPlan;
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
 * {@code join [type=inner|outer|left] [max=n] [overwrite=t] [usetime=f] [earlier=t] [fields]
 * [subsearch]}: puts the rows of a subsearch beside those with the same values; options and fields
 * in any order. Rules S-360, S-995.
 */
public final class Join implements SearchCommand {

  private static final String[] OPTIONS = {"type", "max", "overwrite", "usetime", "earlier"};

  @Override
  public String name() {
    return "join";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> fields = new ArrayList<>();
    JoinStage.Settings settings = JoinStage.Settings.DEFAULT;
    while (!arguments.isAtEnd() && !arguments.peekSubsearch()) {
      if (arguments.tryPunctuation(',')) {
        continue;
      }
      Option option = arguments.tryOption(OPTIONS);
      if (option != null) {
        settings = with(settings, option, arguments);
      } else if (arguments.peekOption()) {
        throw arguments.error(
            arguments.here(),
            "unknown option '" + arguments.here().text() + "' of join",
            "There are type=, max=, overwrite=, usetime= and earlier=");
      } else {
        fields.add(field(arguments));
      }
    }
    LogicalPlan subsearch = context.subsearch(arguments.subsearch());
    arguments.expectEnd();
    return List.of(new JoinStage(settings, fields, subsearch));
  }

  private static String field(ArgumentReader arguments) {
    Word field = arguments.fieldName("a field to join by");
    if (field.text().startsWith("left=") || field.text().equalsIgnoreCase("where")) {
      throw new SplException(
          Diagnostic.unsupported(field.span(), "join with aliases is not supported"));
    }
    return field.text();
  }

  private static JoinStage.Settings with(
      JoinStage.Settings settings, Option option, ArgumentReader arguments) {
    return switch (option.name()) {
      case "type" -> settings.withOuter(isOuter(option.value(), arguments));
      case "max" -> settings.withMost(Numbers.whole(option, arguments));
      case "overwrite" -> settings.withOverwriting(arguments.bool(option.value()));
      case "usetime" -> settings.withTime(arguments.bool(option.value()));
      default -> settings.withEarlier(arguments.bool(option.value()));
    };
  }

  private static boolean isOuter(Word type, ArgumentReader arguments) {
    return switch (type.text().toLowerCase(Locale.ROOT)) {
      case "outer", "left" -> true;
      case "inner" -> false;
      default ->
          throw arguments.error(
              type.span(), "join type must be inner, outer or left, not '" + type.text() + "'");
    };
  }
}
