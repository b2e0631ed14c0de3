package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code fields [+|-] a, b*}: keeps the listed fields, in this order, with {@code _raw} and {@code
 * _time} behind them; or removes the listed ones. Rules S-325, S-975.
 */
public final class Fields implements SearchCommand {

  private static final Set<String> ALWAYS_KEPT = Set.of("_raw", "_time");

  @Override
  public String name() {
    return "fields";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    boolean isRemoval = arguments.tryPunctuation('-');
    if (!isRemoval) {
      arguments.tryPunctuation('+');
    }
    List<Word> words = arguments.fieldList();
    arguments.expectEnd();
    if (words.isEmpty()) {
      throw arguments.error(arguments.here(), "fields needs the name of a field");
    }
    return List.of(
        isRemoval
            ? new RemoveStage(FieldPatterns.sparingInternal(words))
            : new KeepStage(FieldPatterns.of(words)));
  }

  private record KeepStage(FieldPatterns fields) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      Row kept = new Row();
      for (String name : fields.among(row.names())) {
        kept.set(name, row.get(name));
      }
      for (String name : row.names()) {
        if (ALWAYS_KEPT.contains(name)) {
          kept.set(name, row.get(name));
        }
      }
      row.replaceWith(kept);
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet all = fields.fields().and(FieldSet.of(ALWAYS_KEPT));
      return FieldPatterns.only(wanted, name -> carries(name) != null, all);
    }

    @Override
    public FieldSet expects() {
      return fields.hasWildcard() ? FieldSet.NONE : fields.fields();
    }

    @Override
    public @Nullable String carries(String name) {
      return fields.matches(name) || ALWAYS_KEPT.contains(name) ? name : null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      FieldSet all = fields.fields().and(FieldSet.of(ALWAYS_KEPT));
      return FieldPatterns.only(before, name -> carries(name) != null, all);
    }

    @Override
    public String describe() {
      return "fields " + fields.describe();
    }
  }

  private record RemoveStage(FieldPatterns fields) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      for (String name : fields.among(List.copyOf(row.names()))) {
        row.set(name, null);
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldPatterns.only(wanted, name -> !fields.matches(name), FieldSet.ALL);
    }

    @Override
    public @Nullable String carries(String name) {
      return fields.matches(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.filter(name -> carries(name) != null);
    }

    @Override
    public String describe() {
      return "fields - " + fields.describe();
    }
  }
}
