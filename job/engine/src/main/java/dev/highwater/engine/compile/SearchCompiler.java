package dev.highwater.engine.compile;

import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.command.Commands;
import dev.highwater.engine.function.Functions;
import dev.highwater.engine.optimize.Planner;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplParser;
import dev.highwater.engine.spl.SplSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles searches against a catalog of knowledge objects. Immutable; safe for several threads.
 */
public final class SearchCompiler {

  private final SearchCatalog catalog;
  private final Map<String, SearchCommand> commands = Commands.byName();
  private final Map<String, Aggregation> aggregations = Aggregations.byName();
  private final Map<String, EvalFunction> functions = Functions.byName();

  public SearchCompiler(SearchCatalog catalog) {
    this.catalog = catalog;
  }

  /** Never throws for what the text says: all that is wrong with it is in the result. */
  public Compilation compile(SplSource text) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    try {
      SplSource expanded = new MacroExpander(catalog).expand(text);
      Pipeline pipeline = SplParser.parse(expanded);
      List<Stage> stages = stages(pipeline, true, diagnostics);
      return new Compilation(search(expanded, pipeline, stages, diagnostics), diagnostics);
    } catch (SplException e) {
      diagnostics.add(e.diagnostic());
      return new Compilation(Optional.empty(), diagnostics);
    }
  }

  /**
   * The stages of a piece of a search, such as what stands behind its first pipe. Never throws for
   * what the text says.
   */
  public StageCompilation stages(SplSource text) {
    return stages(text, false);
  }

  /** The stages of a whole search, which makes its rows. Never throws for what the text says. */
  public StageCompilation searchStages(SplSource text) {
    return stages(text, true);
  }

  private StageCompilation stages(SplSource text, boolean isGenerating) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    try {
      Pipeline pipeline = SplParser.parse(new MacroExpander(catalog).expand(text));
      return new StageCompilation(stages(pipeline, isGenerating, diagnostics), diagnostics);
    } catch (SplException e) {
      diagnostics.add(e.diagnostic());
      return new StageCompilation(List.of(), diagnostics);
    }
  }

  /**
   * The stages of a pipeline; what is wrong with it is added to the diagnostics.
   *
   * @param isGenerating whether the first command makes the rows
   */
  List<Stage> stages(Pipeline pipeline, boolean isGenerating, List<Diagnostic> diagnostics) {
    CompileContext context = new CompileContext(this, catalog, aggregations, diagnostics);
    List<Stage> stages = new ArrayList<>();
    boolean isFirst = isGenerating;
    for (CommandCall call : pipeline.calls()) {
      context.startCommand(isFirst);
      isFirst = false;
      try {
        stages.addAll(command(call).parse(new ArgumentReader(call), context));
      } catch (SplException e) {
        diagnostics.add(e.diagnostic());
      }
    }
    return stages;
  }

  ExpressionCompiler expressions(ExpressionContext context) {
    return new ExpressionCompiler(functions, context);
  }

  private SearchCommand command(CommandCall call) {
    SearchCommand command = commands.get(call.name());
    if (command == null) {
      throw unknown(call);
    }
    return command;
  }

  private SplException unknown(CommandCall call) {
    SourceSpan span = call.nameSpan();
    if (Commands.unsupported().contains(call.name())) {
      return new SplException(
          Diagnostic.unsupported(span, "known SPL command, not supported: " + call.name()));
    }
    List<String> known = new ArrayList<>(Commands.unsupported());
    known.addAll(commands.keySet());
    String nearest = DidYouMean.nearest(call.name(), known);
    Diagnostic diagnostic = Diagnostic.error(span, "unknown command '" + call.name() + "'");
    return new SplException(
        nearest == null ? diagnostic : diagnostic.withHint("Did you mean '" + nearest + "'?"));
  }

  private static Optional<CompiledSearch> search(
      SplSource expanded, Pipeline pipeline, List<Stage> stages, List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(diagnostic -> !diagnostic.isWarning())) {
      return Optional.empty();
    }
    LogicalPlan main = new LogicalPlan(stages);
    if (!main.isGenerating()) {
      diagnostics.add(
          Diagnostic.error(pipeline.span(), "a search must start with a command that makes rows"));
      return Optional.empty();
    }
    SearchPlan plan = Planner.plan(main);
    return Optional.of(new CompiledSearch(expanded.text(), stages, plan));
  }
}
