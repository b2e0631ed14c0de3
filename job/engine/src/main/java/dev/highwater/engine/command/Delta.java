package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code delta field [AS name] [p=1]}: how much the field is more than p rows before. Rule S-987.
 */
public final class Delta implements SearchCommand {

  @Override
  public String name() {
    return "delta";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = arguments.fieldName("a field of numbers").text();
    String target = "delta(" + field + ")";
    int distance = 1;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("p");
      if (option != null) {
        distance = WholeNumber.of(arguments, option);
      } else {
        arguments.expectKeyword("as");
        target = arguments.fieldName("the name of the difference").text();
      }
    }
    return List.of(new DeltaStage(field, target, distance));
  }

  private record DeltaStage(String field, String target, int distance) implements OrderedRowStage {

    @Override
    public Predicate<Row> begin(RunContext run) {
      Deque<Double> before = new ArrayDeque<>();
      return row -> {
        FieldValue value = row.get(field);
        before.addLast(value == null ? Double.NaN : value.number());
        if (before.size() > distance) {
          double difference = before.getLast() - before.removeFirst();
          if (!Double.isNaN(difference)) {
            row.set(target, FieldValue.of(difference));
          }
        }
        return true;
      };
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(target) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(target));
    }

    @Override
    public String describe() {
      return "delta " + Written.word(field) + " AS " + Written.word(target) + " p=" + distance;
    }
  }
}
