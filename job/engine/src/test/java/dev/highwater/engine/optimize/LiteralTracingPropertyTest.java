package dev.highwater.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What tracing rules out never happens, whatever the fields hold. */
class LiteralTracingPropertyTest {

  private static final RunContext RUN = new RunContext(0, 0, 0, ZoneOffset.UTC);

  @Property(tries = 5000)
  void anEventWithoutTheTracedTextsNeverHasTheLiteralInItsValue(
      @ForAll("expressions") String text,
      @ForAll("literals") String literal,
      @ForAll("values") String a,
      @ForAll("values") String b) {
    SourceSpan span = new SourceSpan(SplSources.of("test", text), 0, text.length());
    Expression expression = ExpressionParser.parse(span);
    Optional<Set<String>> traced =
        LiteralTracing.trace(expression, literal, (field, part) -> Optional.of(Set.of(part)));
    Row row = new Row().set("a", FieldValue.of(a)).set("b", FieldValue.of(b));
    FieldValue value =
        ExpressionCompiler.outsideOfSearches().compile(expression).evaluate(row, RUN);

    if (traced.isPresent() && value != null && holds(value.text(), literal)) {
      assertThat(traced.get())
          .as("%s of a='%s' b='%s' holds '%s'", text, a, b, literal)
          .anyMatch(part -> holds(a, part) || holds(b, part));
    }
  }

  private static boolean holds(String text, String literal) {
    return CaseFolding.fold(text).contains(literal);
  }

  @Provide
  Arbitrary<String> expressions() {
    return expressions(2);
  }

  private Arbitrary<String> expressions(int depth) {
    Arbitrary<String> leaves = Arbitraries.of("a", "b", "none", "\"ab\"", "\"K\"", "null()");
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> inner = expressions(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        Combinators.combine(Arbitraries.of(CALLS), inner, inner)
            .as((call, x, y) -> call.replace("$x", x).replace("$y", y)),
        Combinators.combine(Arbitraries.of(DELETIONS), inner)
            .as((regex, x) -> "replace(" + x + ", \"" + regex + "\", \"\")"));
  }

  private static final String[] CALLS = {
    "lower($x)",
    "upper($x)",
    "if($x=\"ab\", $x, $y)",
    "coalesce($x, $y)",
    "case($x=\"a\", $y, true(), $x)",
    "$x . $y",
    "replace($x, \"a\", \"b\")",
    "replace($x, $y, \"\")"
  };

  /** As eval writes them: every backslash twice. */
  private static final String[] DELETIONS = {
    ".*/",
    "^.*/",
    "(?s).*/",
    "(.*/)",
    ".*\\\\\\\\",
    "^(?s)(.*\\\\\\\\)",
    ".*//",
    "a[bk]+",
    "[ab/]+",
    "k[a-z]+",
    "(-[a-z0-9]+)",
    "a+",
    "a",
    "[^a]+",
    "/.*"
  };

  @Provide
  Arbitrary<String> literals() {
    return Arbitraries.strings().withChars("abk/-\n").ofMinLength(1).ofMaxLength(4);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withChars("aAbBkK/\\-\n\u212a\u0130\u0131\u00df\ufb01i")
        .ofMaxLength(10);
  }
}
