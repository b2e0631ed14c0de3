package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads aggregates as {@code stats} and its kin write them: {@code count min(_time) as firstTime}.
 */
final class AggregateReader {

  private final ArgumentReader arguments;
  private final PlanContext context;

  AggregateReader(ArgumentReader arguments, PlanContext context) {
    this.arguments = arguments;
    this.context = context;
  }

  /** Reads aggregates up to one of the keywords or the end; at least one. */
  List<AggregateCall> readUpTo(String... keywords) {
    List<AggregateCall> calls = new ArrayList<>();
    do {
      calls.add(read());
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd() && !isNext(keywords));
    return calls;
  }

  private boolean isNext(String... keywords) {
    for (String keyword : keywords) {
      if (arguments.peekKeyword(keyword)) {
        return true;
      }
    }
    return false;
  }

  private AggregateCall read() {
    Word name = arguments.word("an aggregate function");
    Aggregation aggregation = context.aggregation(name.text(), name.span());
    String field = field(name, aggregation);
    String output = field == null ? aggregation.name() : aggregation.name() + "(" + field + ")";
    if (arguments.tryKeyword("as")) {
      output = arguments.word("the name for " + output).text();
    }
    return new AggregateCall(
        aggregation, field == null ? null : AggregateCall.Argument.field(field), output);
  }

  private @Nullable String field(Word name, Aggregation aggregation) {
    if (!arguments.tryPunctuation('(')) {
      if (!aggregation.isArgumentOptional()) {
        throw arguments.error(
            name.span(), name.text() + " needs a field", "Write " + name.text() + "(field)");
      }
      return null;
    }
    Word field = arguments.word("a field name");
    if (arguments.peekPunctuation('(')) {
      throw new SplException(
          Diagnostic.unsupported(
              field.span(), "an expression inside an aggregate is not supported"));
    }
    arguments.expectPunctuation(')');
    return field.text();
  }
}
