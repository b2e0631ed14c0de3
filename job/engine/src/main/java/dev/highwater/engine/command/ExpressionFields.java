package dev.highwater.engine.command;

import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** Which fields an eval expression looks at. */
final class ExpressionFields {

  /** Functions that look at fields which their arguments do not name. */
  private static final String WHOLE_ROW = "searchmatch";

  private ExpressionFields() {}

  static FieldSet of(Expression expression) {
    if (expression instanceof Expression.Field field) {
      return FieldSet.of(field.name());
    } else if (expression instanceof Expression.Unary unary) {
      return of(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return of(binary.left()).and(of(binary.right()));
    } else if (expression instanceof Expression.InList in) {
      return of(in.operand()).and(ofAll(in.members()));
    } else if (expression instanceof Expression.Call call) {
      return call.function().equals(WHOLE_ROW) ? FieldSet.ALL : ofAll(call.arguments());
    }
    return FieldSet.NONE;
  }

  private static FieldSet ofAll(List<Expression> expressions) {
    return expressions.stream().map(ExpressionFields::of).reduce(FieldSet.NONE, FieldSet::and);
  }
}
