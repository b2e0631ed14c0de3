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
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code autoregress field [AS name] [p=1|p=1-3]}: the values that the field had in rows before.
 * Rule S-987.
 */
public final class AutoRegress implements SearchCommand {

  @Override
  public String name() {
    return "autoregress";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = arguments.fieldName("a field name").text();
    Word target = null;
    int nearest = 1;
    int farthest = 1;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("p");
      if (option == null) {
        arguments.expectKeyword("as");
        target = arguments.fieldName("the name of the earlier value");
        continue;
      }
      Matcher range = RANGE.matcher(option.value().text());
      if (!range.matches()) {
        throw arguments.error(option.value().span(), "p must be a number or a range such as 1-3");
      }
      nearest = Integer.parseInt(range.group(1));
      farthest = range.group(2) == null ? nearest : Integer.parseInt(range.group(2));
    }
    if (target != null && farthest > nearest) {
      throw arguments.error(target.span(), "a range of values takes no name");
    }
    return List.of(
        new AutoRegressStage(field, target == null ? null : target.text(), nearest, farthest));
  }

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");

  private record AutoRegressStage(String field, @Nullable String target, int nearest, int farthest)
      implements OrderedRowStage {

    private String name(int distance) {
      return target == null ? field + "_p" + distance : target;
    }

    @Override
    public Predicate<Row> begin(RunContext run) {
      List<@Nullable FieldValue> before = new ArrayList<>();
      return row -> {
        for (int distance = nearest; distance <= Math.min(farthest, before.size()); distance++) {
          row.set(name(distance), distance == 0 ? row.get(field) : before.get(distance - 1));
        }
        before.add(0, row.get(field));
        if (before.size() > farthest) {
          before.remove(before.size() - 1);
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
      for (int distance = nearest; distance <= farthest; distance++) {
        if (name(distance).equals(name)) {
          return null;
        }
      }
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      Set<String> added = new TreeSet<>();
      for (int distance = nearest; distance <= farthest; distance++) {
        added.add(name(distance));
      }
      return before.and(FieldSet.of(added));
    }

    @Override
    public String describe() {
      return "autoregress "
          + Written.word(field)
          + (target == null ? "" : " AS " + Written.word(target))
          + " p="
          + nearest
          + "-"
          + farthest;
    }
  }
}
