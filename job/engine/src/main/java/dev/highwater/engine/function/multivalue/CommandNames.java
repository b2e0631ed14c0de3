package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplParser;
import dev.highwater.engine.spl.SplSources;
import org.jspecify.annotations.Nullable;

/**
 * {@code commands(search)}: the names of the commands of a search, in order; NULL for what is no
 * search. Rules S-172, S-957.
 */
public final class CommandNames implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "commands";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    try {
      Pipeline search = SplParser.parse(SplSources.of("commands", arguments[0].text()));
      return MultiValue.of(
          search.calls().stream().map(each -> FieldValue.of(each.name())).toList());
    } catch (SplException e) {
      return null; // a row's own text is no error of the search
    }
  }
}
