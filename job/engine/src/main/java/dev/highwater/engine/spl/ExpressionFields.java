package dev.highwater.engine.spl;

import java.util.LinkedHashSet;
import java.util.Set;

/** The fields that an eval expression names. */
public final class ExpressionFields {

  private ExpressionFields() {}

  /** The names, in the order in which they are first written. */
  public static Set<String> of(Expression expression) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> into) {
    if (expression instanceof Expression.Field field) {
      into.add(field.name());
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand(), into);
    } else if (expression instanceof Expression.Binary binary) {
      collect(binary.left(), into);
      collect(binary.right(), into);
    } else if (expression instanceof Expression.InList in) {
      collect(in.operand(), into);
      in.members().forEach(member -> collect(member, into));
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(argument -> collect(argument, into));
    }
  }
}
