package dev.highwater.engine.compile;

import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import java.util.List;

/** AND, OR and NOT of predicates; what is constant is worked out at once. */
final class Combination {

  private Combination() {}

  static RowPredicate all(List<RowPredicate> operands) {
    if (operands.contains(RowPredicate.NEVER)) {
      return RowPredicate.NEVER;
    }
    List<RowPredicate> open = operands.stream().filter(p -> p != RowPredicate.ALWAYS).toList();
    return switch (open.size()) {
      case 0 -> RowPredicate.ALWAYS;
      case 1 -> open.get(0);
      default -> new All(open);
    };
  }

  static RowPredicate any(List<RowPredicate> operands) {
    if (operands.contains(RowPredicate.ALWAYS)) {
      return RowPredicate.ALWAYS;
    }
    List<RowPredicate> open = operands.stream().filter(p -> p != RowPredicate.NEVER).toList();
    return switch (open.size()) {
      case 0 -> RowPredicate.NEVER;
      case 1 -> open.get(0);
      default -> new Any(open);
    };
  }

  static RowPredicate not(RowPredicate operand) {
    if (operand instanceof RowPredicate.Constant constant) {
      return constant.value() ? RowPredicate.NEVER : RowPredicate.ALWAYS;
    }
    return new Inverse(operand);
  }

  private static FieldSet reads(List<RowPredicate> operands) {
    return FieldSet.union(operands.stream().map(RowPredicate::reads).toList());
  }

  private record All(List<RowPredicate> operands) implements RowPredicate {
    @Override
    public boolean matches(Fields fields) {
      for (int i = 0; i < operands.size(); i++) {
        if (!operands.get(i).matches(fields)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public FieldSet reads() {
      return Combination.reads(operands);
    }
  }

  private record Any(List<RowPredicate> operands) implements RowPredicate {
    @Override
    public boolean matches(Fields fields) {
      for (int i = 0; i < operands.size(); i++) {
        if (operands.get(i).matches(fields)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public FieldSet reads() {
      return Combination.reads(operands);
    }
  }

  private record Inverse(RowPredicate operand) implements RowPredicate {
    @Override
    public boolean matches(Fields fields) {
      return !operand.matches(fields);
    }

    @Override
    public FieldSet reads() {
      return operand.reads();
    }
  }
}
