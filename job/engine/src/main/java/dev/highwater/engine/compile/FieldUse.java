package dev.highwater.engine.compile;

import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import java.util.Map;

/** Which fields eval expressions look at. */
record FieldUse(Map<String, EvalFunction> functions) {

  /** All of them. */
  FieldSet reads(Expression expression) {
    if (expression instanceof Expression.Field field) {
      return FieldSet.of(field.name());
    } else if (expression instanceof Expression.Unary unary) {
      return reads(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return reads(binary.left()).and(reads(binary.right()));
    } else if (expression instanceof Expression.InList in) {
      return reads(in.operand()).and(reads(in.members()));
    } else if (expression instanceof Expression.Call call) {
      EvalFunction function = functions.get(call.function());
      FieldSet arguments = reads(call.arguments());
      return function == null ? arguments : arguments.and(function.reads());
    }
    return FieldSet.NONE;
  }

  private FieldSet reads(List<Expression> expressions) {
    return FieldSet.union(expressions.stream().map(this::reads).toList());
  }

  /** Those that it does not ask whether they are there. */
  FieldSet expects(Expression expression) {
    FieldSet asked = asked(expression);
    return reads(expression).filter(name -> !asked.has(name));
  }

  private FieldSet asked(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      return asked(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return asked(binary.left()).and(asked(binary.right()));
    } else if (expression instanceof Expression.InList in) {
      return asked(in.operand()).and(asked(in.members()));
    } else if (expression instanceof Expression.Call call) {
      EvalFunction function = functions.get(call.function());
      return function != null && function.isForMissing()
          ? reads(call.arguments())
          : asked(call.arguments());
    }
    return FieldSet.NONE;
  }

  private FieldSet asked(List<Expression> expressions) {
    return FieldSet.union(expressions.stream().map(this::asked).toList());
  }
}
