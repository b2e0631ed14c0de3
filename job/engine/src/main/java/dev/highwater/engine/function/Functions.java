package dev.highwater.engine.function;

import dev.highwater.engine.function.comparison.Like;
import dev.highwater.engine.function.comparison.Match;
import dev.highwater.engine.function.conditional.Case;
import dev.highwater.engine.function.conditional.Coalesce;
import dev.highwater.engine.function.conditional.False;
import dev.highwater.engine.function.conditional.If;
import dev.highwater.engine.function.conditional.Null;
import dev.highwater.engine.function.conditional.True;
import dev.highwater.engine.function.informational.IsNotNull;
import dev.highwater.engine.function.informational.IsNull;
import dev.highwater.engine.function.informational.IsNum;
import dev.highwater.engine.function.text.Lower;
import dev.highwater.engine.function.text.Replace;
import dev.highwater.engine.function.text.Upper;
import dev.highwater.engine.plan.EvalFunction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The eval functions there are. */
public final class Functions {

  private static final List<EvalFunction> ALL =
      List.of(
          new Case(),
          new Coalesce(),
          new False(),
          new If(),
          new IsNotNull(),
          new IsNull(),
          new IsNum(),
          new Like(),
          new Lower(),
          new Match(),
          new Null(),
          new Replace(),
          new True(),
          new Upper());

  private Functions() {}

  /** The functions by their key. */
  public static Map<String, EvalFunction> byName() {
    return ALL.stream().collect(Collectors.toMap(EvalFunction::name, Function.identity()));
  }
}
