package dev.highwater.engine.compile;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.Functions;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.ValueComparison;
import dev.highwater.engine.plan.ValueGrowth;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an eval expression ready to run: NULL, coercion and order as S-100..S-122 say. */
public final class ExpressionCompiler {

  private static final ExpressionCompiler OUTSIDE_OF_SEARCHES =
      new ExpressionCompiler(Functions.byName(), new StandaloneContext());

  private final Map<String, EvalFunction> functions;
  private final ExpressionContext context;

  ExpressionCompiler(Map<String, EvalFunction> functions, ExpressionContext context) {
    this.functions = functions;
    this.context = context;
  }

  /** For expressions outside of searches, as add-ons and data models have them. */
  public static ExpressionCompiler outsideOfSearches() {
    return OUTSIDE_OF_SEARCHES;
  }

  private static final class StandaloneContext implements ExpressionContext {
    @Override
    public RowPredicate predicate(SearchExpression expression) {
      return SearchExpressionCompiler.compile(expression);
    }

    @Override
    public @Nullable LookupDefinition lookup(String name) {
      return null;
    }
  }

  /**
   * The expression, ready to run.
   *
   * @throws SplException for a function that there is not, or that cannot take its arguments
   */
  public Evaluator compile(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      FieldValue value = literal.value();
      return (fields, run) -> value;
    } else if (expression instanceof Expression.Field field) {
      String name = field.name();
      return (fields, run) -> fields.get(name);
    } else if (expression instanceof Expression.Unary unary) {
      return unary(unary.operator(), compile(unary.operand()));
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    } else if (expression instanceof Expression.InList in) {
      return inList(compile(in.operand()), compileAll(in.members()));
    }
    return call((Expression.Call) expression);
  }

  /** Whether the expression is seen to give a Boolean (S-101). */
  boolean isCondition(Expression expression) {
    return kind(expression) == ValueKind.BOOLEAN;
  }

  private ValueKind kind(Expression expression) {
    return ValueKind.of(expression, this::givesBoolean);
  }

  private boolean givesBoolean(Expression.Call call) {
    EvalFunction function = functions.get(call.function());
    return function != null && function.isCondition();
  }

  /** Whether a function gives numbers only. */
  boolean isNumber(String function) {
    EvalFunction known = functions.get(function);
    return known != null && known.isNumber();
  }

  /** How the value changes while the group of its row takes in more. */
  ValueGrowth growth(Expression expression) {
    return row -> new ExpressionGrowth(functions, row).of(expression);
  }

  /** Whether the value is NULL, a condition, or a number not below 0. */
  boolean isNeverNegative(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value().number() >= 0;
    } else if (expression instanceof Expression.Call call) {
      EvalFunction function = functions.get(call.function());
      List<Expression> passed =
          function != null && function.arity().allows(call.arguments().size())
              ? function.passes(call.arguments())
              : null;
      return isCondition(call)
          || (passed != null && passed.stream().allMatch(this::isNeverNegative));
    }
    return isCondition(expression);
  }

  FieldUse fieldUse() {
    return new FieldUse(functions);
  }

  private List<Evaluator> compileAll(List<Expression> expressions) {
    List<Evaluator> compiled = new ArrayList<>();
    for (Expression expression : expressions) {
      compiled.add(compile(expression));
    }
    return compiled;
  }

  private static Evaluator unary(UnaryOperator operator, Evaluator operand) {
    return switch (operator) {
      case NOT ->
          (fields, run) -> {
            FieldValue value = operand.evaluate(fields, run);
            return value instanceof BooleanValue truth ? BooleanValue.of(!truth.isTrue()) : null;
          };
      case MINUS ->
          (fields, run) -> {
            FieldValue value = operand.evaluate(fields, run);
            return value == null || !value.isNumeric() ? null : FieldValue.of(-value.number());
          };
    };
  }

  private Evaluator binary(Expression.Binary binary) {
    OperandCheck.check(binary, kind(binary.left()), kind(binary.right()));
    Evaluator left = compile(binary.left());
    Evaluator right = compile(binary.right());
    return switch (binary.operator()) {
      case AND -> (fields, run) -> Logic.and(left, right, fields, run);
      case OR -> (fields, run) -> Logic.or(left, right, fields, run);
      case XOR -> (fields, run) -> Logic.xor(left, right, fields, run);
      default -> {
        ValueOperation operation = ValueOperation.of(binary.operator());
        yield (fields, run) -> {
          FieldValue a = left.evaluate(fields, run);
          FieldValue b = a == null ? null : right.evaluate(fields, run);
          return a == null || b == null ? null : operation.apply(a, b);
        };
      }
    };
  }

  private static Evaluator inList(Evaluator operand, List<Evaluator> members) {
    return (fields, run) -> {
      FieldValue value = operand.evaluate(fields, run);
      return value == null ? null : ValueComparison.isAmong(value, members, fields, run);
    };
  }

  private Evaluator call(Expression.Call call) {
    EvalFunction function = functions.get(call.function());
    if (function == null) {
      throw unknown(call);
    }
    int count = call.arguments().size();
    if (!function.arity().allows(count)) {
      throw new SplException(
          Diagnostic.error(
              call.span(),
              call.function() + " takes " + function.arity().describe() + ", not " + count));
    }
    return function.bind(call, compileAll(call.arguments()), context);
  }

  private SplException unknown(Expression.Call call) {
    Diagnostic diagnostic =
        Diagnostic.error(call.span(), "unknown function '" + call.function() + "'");
    String nearest = DidYouMean.nearest(call.function(), functions.keySet());
    return new SplException(
        nearest == null ? diagnostic : diagnostic.withHint("Did you mean '" + nearest + "'?"));
  }
}
