package dev.highwater.engine.compile;

import dev.highwater.engine.command.Commands;
import dev.highwater.engine.function.Functions;
import dev.highwater.engine.optimize.Planner;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.SourceStage;
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
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles searches against a catalog of knowledge objects. Immutable; safe for several threads.
 */
public final class SearchCompiler {

  private final SearchCatalog catalog;
  private final Map<String, SearchCommand> commands = Commands.byName();
  private final Map<String, EvalFunction> functions = Functions.byName();

  public SearchCompiler(SearchCatalog catalog) {
    this.catalog = catalog;
  }

  /** Never throws for what the text says: all that is wrong with it is in the result. */
  public Compilation compile(SplSource text) {
    Draft draft = new Draft();
    MacroExpansion expansion = read(text, true, RowFields.UNKNOWN, draft);
    Optional<CompiledSearch> search =
        expansion == null
            ? Optional.empty()
            : search(expansion.source(), draft.stages, draft.diagnostics);
    draft.diagnostics.sort(Diagnostic.IN_TEXT_ORDER);
    return new Compilation(search, draft.fields, draft.diagnostics);
  }

  /**
   * The stages of a piece of a search, such as what stands behind its first pipe. Never throws for
   * what the text says.
   */
  public StageCompilation stages(SplSource text) {
    return stages(text, false, RowFields.UNKNOWN, Set.of());
  }

  /**
   * As {@link #stages(SplSource)}.
   *
   * @param before the fields of the rows that it gets
   */
  public StageCompilation stages(SplSource text, RowFields before) {
    return stages(text, false, before, Set.of());
  }

  /** The stages of a whole search, which makes its rows. Never throws for what the text says. */
  public StageCompilation searchStages(SplSource text) {
    return stages(text, true, RowFields.UNKNOWN, Set.of());
  }

  /**
   * The stages of a search over given rows (S-1120). Where the first of them is generating it makes
   * rows of its own or reads the given ones as events; else these are its input. Never throws for
   * what the text says.
   */
  public StageCompilation stagesOverRows(SplSource text) {
    Set<String> named = new HashSet<>(Commands.unsupported());
    named.addAll(commands.keySet());
    StageCompilation whole = stages(text, true, RowFields.UNKNOWN, named);
    boolean makesRows = !whole.stages().isEmpty() && whole.stages().get(0) instanceof SourceStage;
    if (!makesRows || text.text().stripLeading().startsWith("|")) {
      return whole;
    }
    StageCompilation behindRows = stages(text, false, RowFields.UNKNOWN, named);
    return behindRows.canRun() ? behindRows : whole;
  }

  /**
   * @param named the commands that may come first without a pipe
   */
  private StageCompilation stages(
      SplSource text, boolean isGenerating, RowFields before, Set<String> named) {
    Draft draft = new Draft();
    draft.named = named;
    read(text, isGenerating, before, draft);
    draft.diagnostics.sort(Diagnostic.IN_TEXT_ORDER);
    return new StageCompilation(draft.stages, draft.diagnostics);
  }

  /** What becomes of a text while it is read. */
  private static final class Draft {
    private final List<Stage> stages = new ArrayList<>();
    private final List<Diagnostic> diagnostics;
    private RowFields fields = RowFields.UNKNOWN;
    private Set<String> named = Set.of();

    Draft() {
      this(new ArrayList<>());
    }

    Draft(List<Diagnostic> diagnostics) {
      this.diagnostics = diagnostics;
    }
  }

  /**
   * What is wrong with a macro wherever it is used: macros in it that there are not, a cycle, a
   * comment without an end.
   */
  public List<Diagnostic> macroFaults(MacroDefinition macro) {
    try {
      return new MacroExpander(catalog).expandAll(macro.definition()).faults();
    } catch (SplException e) {
      return List.of(e.diagnostic());
    }
  }

  /** Fills in the draft; {@code null} for a text that is no pipeline. */
  private @Nullable MacroExpansion read(
      SplSource text, boolean isGenerating, RowFields before, Draft draft) {
    MacroExpansion expansion;
    try {
      expansion = new MacroExpander(catalog).expandAll(text);
      draft.diagnostics.addAll(expansion.faults());
      draft.diagnostics.addAll(expansion.warnings());
    } catch (SplException e) {
      draft.diagnostics.add(e.diagnostic());
      return null;
    }
    try {
      Pipeline pipeline = SplParser.parse(expansion.source(), draft.named);
      List<CommandCall> calls = pipeline.calls();
      List<CommandCall> whole = calls.stream().filter(expansion::isWhole).toList();
      boolean startsWhole = isGenerating && expansion.startsWhole(calls);
      RowFields known = whole.size() == calls.size() ? before : RowFields.UNKNOWN;
      read(new Pipeline(pipeline.span(), whole), startsWhole, known, draft);
      if (whole.size() < calls.size()) {
        draft.fields = RowFields.UNKNOWN;
      }
      return expansion;
    } catch (SplException e) {
      if (expansion.faults().isEmpty()) { // else what is missing may be what a macro should give
        draft.diagnostics.add(e.diagnostic());
      }
      return null;
    }
  }

  /**
   * The plan of a search without macros.
   *
   * @param isWhole whether its first command makes the rows
   * @throws SplException for the first fault in it
   */
  LogicalPlan plan(SplSource text, boolean isWhole) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Stage> stages = stages(SplParser.parse(text), isWhole, diagnostics);
    for (Diagnostic diagnostic : diagnostics) {
      if (!diagnostic.isWarning()) {
        throw new SplException(diagnostic);
      }
    }
    return new LogicalPlan(stages);
  }

  /**
   * The stages of a pipeline; what is wrong with it is added to the diagnostics.
   *
   * @param isGenerating whether the first command makes the rows
   */
  List<Stage> stages(Pipeline pipeline, boolean isGenerating, List<Diagnostic> diagnostics) {
    Draft draft = new Draft(diagnostics);
    read(pipeline, isGenerating, RowFields.UNKNOWN, draft);
    return draft.stages;
  }

  private void read(Pipeline pipeline, boolean isGenerating, RowFields before, Draft draft) {
    CompileContext context = new CompileContext(this, catalog, draft.diagnostics);
    FieldFlow flow = new FieldFlow(catalog, before, draft.diagnostics);
    boolean isFirst = isGenerating;
    for (CommandCall call : pipeline.calls()) {
      context.startCommand(isFirst, flow.fields());
      isFirst = false;
      ArgumentReader arguments = new ArgumentReader(call);
      if (context.isFirst() && call.nameSpan().text().isEmpty()) {
        warnOfMissingPipe(call, draft.diagnostics);
      }
      Deprecations.checkCommand(call, draft.diagnostics);
      try {
        List<Stage> read = command(call).parse(arguments, context);
        requireDefinitions(read, call, draft.diagnostics);
        Deprecations.checkDataModels(call, read, draft.diagnostics);
        flow.pass(call, read);
        draft.stages.addAll(read);
      } catch (SplException e) {
        draft.diagnostics.add(e.diagnostic());
        flow.passUnknown();
      }
      draft.diagnostics.addAll(arguments.warnings());
    }
    draft.fields = flow.fields();
  }

  /** Where the words to look for are a command that makes rows, but for its pipe (S-1251). */
  private void warnOfMissingPipe(CommandCall call, List<Diagnostic> diagnostics) {
    String word = new ArgumentReader(call).here().text().toLowerCase(Locale.ROOT);
    if (!commands.containsKey(word) || word.equals(call.name())) {
      return;
    }
    Draft command = new Draft();
    SplSource withPipe = SplSources.of("", "|" + call.span().text());
    read(SplParser.parse(withPipe), true, RowFields.UNKNOWN, command);
    boolean isMeant =
        command.diagnostics.stream().allMatch(Diagnostic::isWarning)
            && new LogicalPlan(command.stages).isGenerating();
    if (isMeant) {
      diagnostics.add(
          Diagnostic.warning(
                  new ArgumentReader(call).here(), "'" + word + "' is a word to look for here")
              .withHint("Write '| " + word + "' for the command")
              .withRule("S-1251"));
    }
  }

  /** What is read over a dataset that is only known by name cannot run. */
  private void requireDefinitions(
      List<Stage> read, CommandCall call, List<Diagnostic> diagnostics) {
    for (Stage stage : read) {
      if (stage instanceof ScanStage scan
          && scan.scan() instanceof Scan.OfDataset dataset
          && !catalog.defines(dataset.model(), dataset.dataset())) {
        diagnostics.add(
            Diagnostic.unsupported(
                call.nameSpan(),
                "data model "
                    + dataset.model()
                    + "."
                    + dataset.dataset()
                    + " has no definition here yet"));
      }
    }
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
      SplSource expanded, List<Stage> stages, List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(diagnostic -> !diagnostic.isWarning())) {
      return Optional.empty();
    }
    LogicalPlan main = new LogicalPlan(stages);
    if (!main.isGenerating()) {
      diagnostics.add(
          Diagnostic.error(
              new SourceSpan(expanded, 0, 0),
              expanded.text().isBlank()
                  ? "there is no search"
                  : "a search must start with a command that makes rows"));
      return Optional.empty();
    }
    SearchPlan plan = Planner.plan(main);
    return Optional.of(new CompiledSearch(expanded.text(), stages, plan));
  }
}
