package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code inputlookup [append=true] [start=n] [max=n] table [where search]}: the rows of a lookup,
 * at the start of a search or behind the rows of one. Rules S-355, S-993.
 */
public final class InputLookup implements SearchCommand {

  private static final String[] OPTIONS = {"append", "strict", "start", "max"};

  @Override
  public String name() {
    return "inputlookup";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    Settings settings = new Settings(false, 0, Long.MAX_VALUE).with(arguments);
    LookupReference lookup = LookupReference.toRead(arguments, context);
    settings = settings.with(arguments);
    SourceSpan here = arguments.here();
    SearchExpression where =
        arguments.tryKeyword("where")
            ? arguments.searchExpression()
            : new SearchExpression.Everything(here);
    arguments.expectEnd();
    Rows rows = new Rows(lookup, settings, where, context.filter(where));
    if (context.isFirst()) {
      return List.of(new Source(rows));
    }
    if (!settings.isAppended()) {
      throw arguments.error(place, "inputlookup makes rows: behind a pipe it must say append=true");
    }
    return List.of(new Appended(rows));
  }

  /** A whole lookup as the start of a search. */
  static Stage whole(LookupReference lookup, PlanContext context, SourceSpan place) {
    SearchExpression everything = new SearchExpression.Everything(place);
    Settings settings = new Settings(false, 0, Long.MAX_VALUE);
    return new Source(new Rows(lookup, settings, everything, context.filter(everything)));
  }

  private record Settings(boolean isAppended, long start, long most) {

    Settings with(ArgumentReader arguments) {
      Option option = arguments.tryOption(OPTIONS);
      if (option == null) {
        return this;
      }
      Settings changed =
          switch (option.name()) {
            case "append" -> new Settings(arguments.bool(option.value()), start, most);
            case "start" -> new Settings(isAppended, Numbers.whole(option, arguments), most);
            case "max" -> new Settings(isAppended, start, Numbers.whole(option, arguments));
            default -> strict(option, arguments);
          };
      return changed.with(arguments);
    }

    /** Whether a missing lookup fails the search; here it is a warning in any case. */
    private Settings strict(Option option, ArgumentReader arguments) {
      arguments.bool(option.value());
      return this;
    }

    String describe() {
      return (isAppended ? "append=true " : "")
          + (start == 0 ? "" : "start=" + start + " ")
          + (most == Long.MAX_VALUE ? "" : "max=" + most + " ");
    }
  }

  private record Rows(
      LookupReference lookup, Settings settings, SearchExpression where, RunFilter filter) {

    void giveTo(RowSink sink, RunContext run) {
      RowPredicate predicate = filter.at(run);
      long passed = 0;
      for (Row row : lookup.contents(run).rows()) {
        if (predicate.matches(row)) {
          passed++;
          if (passed > settings.start() && passed - settings.start() <= settings.most()) {
            sink.accept(row.copy());
          }
        }
      }
    }

    String describe() {
      String text = "inputlookup " + settings.describe() + Written.word(lookup.written());
      return where instanceof SearchExpression.Everything
          ? text
          : text + " where " + filter.describe(TimeBounds.OF_THE_RUN);
    }
  }

  private record Source(Rows rows) implements SourceStage {

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.NONE;
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return rows.filter().subsearches();
    }

    @Override
    public Set<String> readsLookups() {
      return rows.lookup().names();
    }

    @Override
    public String describe() {
      return rows.describe();
    }

    @Override
    public void generate(RowSink out, RunContext run) {
      rows.giveTo(out, run);
      out.finish();
    }
  }

  private record Appended(Rows rows) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return rows.filter().subsearches();
    }

    @Override
    public Set<String> readsLookups() {
      return rows.lookup().names();
    }

    @Override
    public String describe() {
      return rows.describe();
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new BeforeEnd(downstream, () -> rows.giveTo(downstream, run));
    }
  }
}
