package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;

/**
 * {@code tags [fields]}: gives events their tags, which they have here from the start. A field of
 * its own for them is not supported. Rule S-989.
 */
public final class Tags implements SearchCommand {

  @Override
  public String name() {
    return "tags";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Option option = arguments.tryOption("outputfield", "inclname", "inclvalue", "allowed_tags");
    if (option != null) {
      throw new SplException(
          Diagnostic.unsupported(
              option.nameSpan(), "tags with " + option.name() + "= is not supported"));
    }
    List<String> fields = arguments.fieldList().stream().map(Word::text).toList();
    arguments.expectEnd();
    return List.of(new NoChange(fields.isEmpty() ? "tags" : "tags " + Written.words(fields)));
  }
}
