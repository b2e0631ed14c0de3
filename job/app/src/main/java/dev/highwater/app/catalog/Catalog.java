package dev.highwater.app.catalog;

import dev.highwater.app.ExitCode;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.DetectionOptions;
import dev.highwater.app.options.ListOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.Knowledge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commands that tell what the content holds. */
public final class Catalog {
  private static final Comparator<Detection> BY_NAME =
      Comparator.comparing(Detection::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Detection::name);

  private final ContentOptions options;
  private final LoadedContent content;
  private final Console console;

  private Catalog(ContentOptions options, LoadedContent content, Console console) {
    this.options = options;
    this.content = content;
    this.console = console;
  }

  /** Prints the detections that pass the filters, sorted by name. */
  public static ExitCode list(ListOptions options, Console console) {
    return of(options.content(), List.of(), console)
        .map(catalog -> catalog.list(options))
        .orElse(ExitCode.FAILED);
  }

  /** Prints all that the content says of the detections that the argument names. */
  public static ExitCode show(DetectionOptions options, Console console) {
    return of(options.content(), List.of(options.detection()), console)
        .map(Catalog::show)
        .orElse(ExitCode.FAILED);
  }

  /** Prints the plans of the detections that the argument names; a refused one is a failure. */
  public static ExitCode explain(DetectionOptions options, Console console) {
    return of(options.content(), List.of(options.detection()), console)
        .map(Catalog::explain)
        .orElse(ExitCode.FAILED);
  }

  private static Optional<Catalog> of(
      ContentOptions options, List<String> detections, Console console) {
    return ContentLoading.load(options, detections, console.err())
        .map(content -> new Catalog(options, content, console));
  }

  private ExitCode list(ListOptions filters) {
    List<Detection> listed =
        content.selected().stream()
            .filter(new DetectionFilter(filters, content.pack()))
            .sorted(BY_NAME)
            .toList();
    List<Prepared> prepared = prepare(listed);
    if (isJson()) {
      prepared.forEach(each -> print(DetectionJson.summary(each)));
    } else {
      DetectionTable.print(prepared, content.selected().size(), !options.quiet(), console);
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private ExitCode show() {
    List<DetectionView> views = views();
    if (isJson()) {
      views.forEach(view -> print(DetectionJson.whole(view)));
    } else {
      printParted(views.stream().map(DetectionSheet::of).toList());
    }
    console.out().flush();
    return ExitCode.DONE;
  }

  private ExitCode explain() {
    Knowledge knowledge = Knowledge.of(content.pack(), options.zone());
    List<PlanSheet> sheets = new ArrayList<>();
    for (DetectionView view : views()) {
      view.diagnostics().forEach(diagnostic -> console.err().println(diagnostic.render()));
      sheets.add(new PlanSheet(view, SourceSearch.of(view, knowledge)));
    }
    if (isJson()) {
      sheets.forEach(sheet -> print(sheet.json()));
    } else {
      printParted(sheets.stream().map(PlanSheet::text).toList());
    }
    console.out().flush();
    boolean allRun = sheets.stream().allMatch(sheet -> sheet.view().verdict() == Verdict.RUN);
    return allRun ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<DetectionView> views() {
    return prepare(content.selected()).stream()
        .map(each -> new DetectionView(each, content.pack(), options.zone(), options.now()))
        .toList();
  }

  private List<Prepared> prepare(List<Detection> detections) {
    return new DetectionPreparation(content.pack(), options.zone(), content.places())
        .prepare(detections, UnaryOperator.identity());
  }

  private boolean isJson() {
    return options.format() == OutputFormat.JSON;
  }

  private void print(byte[] line) {
    console.out().print(new String(line, StandardCharsets.UTF_8));
  }

  private void printParted(List<String> sheets) {
    console.out().print(String.join("\n", sheets));
  }
}
