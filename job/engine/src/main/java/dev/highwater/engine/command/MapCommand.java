package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SearchPlanner;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code map [maxsearches=n] search="... $field$ ..."} or {@code map [subsearch]}: runs a search
 * for each row, whose rows take the row's place. Rules S-364, S-997.
 */
public final class MapCommand implements SearchCommand {

  private static final long MAX_SEARCHES = 10;

  /** Stands for the number of the search, from 1. */
  private static final String SERIAL = "_serial_id";

  @Override
  public String name() {
    return "map";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    long most = MAX_SEARCHES;
    SplSource search = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("search", "maxsearches");
      if (option != null && option.name().equals("search")) {
        search = context.expanded(SplSources.of(option.value()));
      } else if (option != null) {
        most = Numbers.whole(option, arguments);
      } else if (search == null && arguments.peekSubsearch()) {
        search = inBrackets(arguments.subsearch());
      } else {
        throw new SplException(
            Diagnostic.unsupported(arguments.here(), "map over a saved search is not supported")
                .withHint("Write search=\"...\""));
      }
    }
    if (search == null || search.text().isBlank()) {
      throw arguments.error(place, "map needs a search", "Write search=\"...\"");
    }
    MapTemplate template = new MapTemplate(search);
    LogicalPlan preview = new MapPreview(context).of(template, place);
    return List.of(new MapStage(template, most, preview, context.planner()));
  }

  /** In brackets the first command is named, in a text by itself the search is implied. */
  private static SplSource inBrackets(Pipeline pipeline) {
    SourceSpan span = pipeline.span();
    SplAssembly search = new SplAssembly(span.source());
    if (!span.text().startsWith("|")) {
      search.append(SplSources.of("<map>", "| "));
    }
    return search.append(span.source(), span.start(), span.end()).toSource();
  }

  /**
   * @param preview what all the searches may read
   */
  private record MapStage(
      MapTemplate template, long most, LogicalPlan preview, SearchPlanner planner)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.of(template.fields());
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(preview);
    }

    @Override
    public String describe() {
      return "map maxsearches=" + most + " search=" + Written.quoted(template.text());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Searches(this, downstream, run);
    }

    /** The plan for one row; the scan that was known before the run is its origin. */
    LogicalPlan plan(Row row, long number) {
      LogicalPlan plan =
          planner.plan(
              template.filledWith(
                  field -> field.equals(SERIAL) ? Long.toString(number) : textOf(row.get(field))));
      if (!(plan.stages().get(0) instanceof ScanStage scan)
          || !(preview.stages().get(0) instanceof ScanStage origin)) {
        return plan;
      }
      List<Stage> stages = new ArrayList<>(plan.stages());
      stages.set(0, new ScanStage(scan.scan(), scan.filter(), origin));
      return new LogicalPlan(stages);
    }

    private static String textOf(@Nullable FieldValue value) {
      return value == null
          ? ""
          : value.members().stream().map(FieldValue::text).collect(Collectors.joining(" "));
    }
  }

  private static final class Searches implements RowSink {
    private final MapStage stage;
    private final RowSink downstream;
    private final RunContext run;
    private long rows;

    Searches(MapStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.downstream = downstream;
      this.run = run;
    }

    @Override
    public void accept(Row row) {
      rows++;
      if (rows > stage.most()) {
        return;
      }
      for (String field : stage.template().fields()) {
        if (!field.equals(SERIAL) && row.get(field) == null) {
          run.resources().note("map: row " + rows + " has no value for $" + field + "$");
          return;
        }
      }
      try {
        LogicalPlan plan = stage.plan(row, rows);
        run.resources().rowsOf(plan).forEach(downstream::accept);
      } catch (SplException e) {
        String fault = e.diagnostic().message();
        run.resources().note("map: the search for row " + rows + " cannot run: " + fault);
      }
    }

    @Override
    public void finish() {
      if (rows > stage.most()) {
        run.resources()
            .note(
                "map: "
                    + rows
                    + " rows, searched for the first "
                    + stage.most()
                    + " (maxsearches)");
      }
      downstream.finish();
    }
  }
}
