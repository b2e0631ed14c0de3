package dev.highwater.app.lint;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.terminal.Table;
import dev.highwater.engine.compile.Compilation;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.DataSource;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.detect.SourceFeeds;
import dev.highwater.engine.detect.SourceFeeds.FeedSource;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sources can feed the detections (S-1303). */
final class SourceTable {

  private final SearchCompiler compiler;
  private final SourceFeeds feeds;
  private final Table table = Table.of("detection", "reads", "sources");
  private final List<LintResult> results = new ArrayList<>();

  private SourceTable(Knowledge knowledge, List<FeedSource> sources) {
    this.compiler = new SearchCompiler(knowledge);
    this.feeds = new SourceFeeds(knowledge, sources);
  }

  /** Prints a row for each detection; the results warn of those that no source can feed. */
  static List<LintResult> print(
      LintInput input, Knowledge knowledge, ContentOptions options, Console console) {
    List<FeedSource> sources = sources(input.content(), knowledge);
    SourceTable table = new SourceTable(knowledge, sources);
    for (LintTarget target : input.targets()) {
      if (target instanceof DetectionTarget detection) {
        table.add(detection);
      }
    }
    if (options.format() == OutputFormat.TEXT) {
      table.table.print(console);
      console.out().println();
    }
    List<LintResult> results = new ArrayList<>(input.unreadable());
    results.addAll(table.results);
    return results;
  }

  /** The data sources of the content that an add-on knows, and what add-ons know beside them. */
  private static List<FeedSource> sources(ContentPack content, Knowledge knowledge) {
    Set<FeedSource> sources = new LinkedHashSet<>();
    Set<String> sourcetypes = new LinkedHashSet<>(knowledge.addOns().sourcetypes());
    for (DataSource source : content.dataSources().values()) {
      EventOrigin origin = new EventOrigin("", "", source.source(), source.sourcetype(), "main");
      if (knowledge.addOns().knows(origin)) {
        String searched = knowledge.addOns().searchOrigin(origin).sourcetype();
        sources.add(new FeedSource(searched, source.source(), null));
        sourcetypes.remove(searched);
      }
    }
    sourcetypes.forEach(name -> sources.add(new FeedSource(name, null, null)));
    sources.add(FeedSource.RISK);
    return List.copyOf(sources);
  }

  private void add(DetectionTarget target) {
    Compilation compilation = compiler.compile(target.detection().search());
    SearchPlan plan = compilation.search().map(CompiledSearch::plan).orElse(null);
    List<String> fed = plan == null ? List.of() : names(feeds.of(plan));
    List<String> read = plan == null ? List.of() : SourceFeeds.read(plan);
    table.row(
        target.detection().name(),
        plan == null ? "refused" : String.join(", ", read),
        String.join(", ", fed));
    List<Diagnostic> diagnostics = new ArrayList<>(diagnostics(target, plan, fed));
    compilation.diagnostics().stream()
        .filter(diagnostic -> !diagnostic.isWarning())
        .forEach(diagnostics::add);
    results.add(LintResult.ofSearch(target.detection().name(), target.file(), diagnostics));
  }

  private static List<String> names(List<FeedSource> sources) {
    return sources.stream().map(FeedSource::display).distinct().toList();
  }

  private static List<Diagnostic> diagnostics(
      DetectionTarget target, @Nullable SearchPlan plan, List<String> fed) {
    if (plan == null || plan.scans().isEmpty() || !fed.isEmpty()) {
      return List.of();
    }
    SourceSpan start = new SourceSpan(target.detection().search(), 0, 0);
    return List.of(
        Diagnostic.warning(start, "no source that an add-on knows can feed this search")
            .withHint("Bring its add-on with --apps")
            .withRule("S-1303"));
  }
}
