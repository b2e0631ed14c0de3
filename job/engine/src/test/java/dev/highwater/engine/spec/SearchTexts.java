package dev.highwater.engine.spec;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.ExpressionTrees;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import dev.highwater.engine.spl.SearchExpressionTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/** Random searches, and a compiler that knows what they name. */
final class SearchTexts {

  private SearchTexts() {}

  static SearchGrammar grammar() {
    try {
      return new SearchGrammar(
          Map.of(
              "any_search",
              drawn(SearchExpressionTrees.all().map(SearchExpressionPrinter::print)),
              "any_eval",
              drawn(ExpressionTrees.all().map(ExpressionPrinter::print))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Function<Random, String> drawn(Arbitrary<String> texts) {
    var generator = texts.generator(1000, true);
    return random -> generator.next(random).value();
  }

  static SearchCompiler compiler() {
    SpecCatalog catalog =
        new SpecCatalog(Map.of("t", lookup("t"), "t.csv", lookup("t.csv")), null, null);
    catalog.define("all_events", "index=main sourcetype=x*");
    catalog.define("in_quotes", "x  y");
    catalog.define("is_one", "($f$=1 OR $f$=\"one | 1\")", "f");
    catalog.define("one_stage", "where isnotnull(a)");
    catalog.define("two_stages", "stats count by \"$f$\" ```or so``` | sort - count", "f");
    catalog.define("two_fields", "a, b_1");
    catalog.define("five", "(2 + 3)");
    return new SearchCompiler(catalog);
  }

  private static LookupDefinition lookup(String name) {
    return new LookupDefinition(name, List.of("a", "b", "c"), Map.of(), true, 1, 0, null, true);
  }
}
