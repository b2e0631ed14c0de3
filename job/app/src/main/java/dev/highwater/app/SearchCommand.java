package dev.highwater.app;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater search}: a search over logs or rows, once. */
@Command(
    name = "search",
    customSynopsis = {
      "highwater search [OPTIONS] 'SPL' [INPUT...]",
      "       highwater search [OPTIONS] --jobs FILE [INPUT...]"
    },
    description = {
      "Run a search once over logs, over rows, or over nothing, and print its rows in its order.",
      "INPUT: as of replay. Events have the fields that their add-ons give; data models, macros and"
          + " lookups are those of the content. Without INPUT there are no events.",
      "--rows FILE: lines of JSON objects stand for the events. What is an array has several values,"
          + " null is no value, _time is epoch seconds or RFC 3339. A search that begins with the"
          + " name of a command takes the rows as if it stood behind a pipe ('head 2'), and so does"
          + " one that begins with a pipe, unless its first command makes rows of its own"
          + " ('| makeresults'); anything else is a search expression. For tstats and from the rows"
          + " are the events of the dataset, fields named as in the search.",
      "--jobs FILE: lines of {id, spl, rows?, tz?, now?}; tz and now win over the options. Each"
          + " gives a line {id, rows} or {id, diagnostics}, in the order of the file. All searches"
          + " without rows share one pass over INPUT."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater search 'sourcetype=sysmon:linux | stats count by EventID' manifest.yml",
      "  highwater search '| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest' logs/",
      "  highwater search --rows rows.ndjson --format table 'stats avg(ms) by host | sort - avg(ms)'",
      "  highwater search --now 2026-03-01 '| makeresults | eval day=strftime(_time, \"%%A\")'",
      "  highwater search --jobs jobs.ndjson --earliest -24h logs/",
      "",
      "A search that is wrong or refused ends with 1, with --jobs only a run that fails does."
    })
final class SearchCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(
      arity = "0..*",
      paramLabel = "SPL|INPUT",
      description = "The search, unless --jobs has the searches; then what it searches.")
  private List<String> arguments = List.of();

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = "Rows in place of events, as lines of JSON; - for standard input.")
  private @Nullable String rows;

  @Option(
      names = "--jobs",
      paramLabel = "FILE",
      description = "Many searches, as lines of JSON; - for standard input.")
  private @Nullable String jobs;

  @Option(
      names = "--earliest",
      paramLabel = "TIME",
      description =
          "Start of the searched range, as -24h@h, epoch seconds or 2026-03-01T10:00:00Z; earliest="
              + " in the search wins. Default: all time. Relative times start from --now, else from"
              + " the greatest time of an event or row, rounded up to the next second; without any"
              + " from the clock.")
  private @Nullable String earliest;

  @Option(
      names = "--latest",
      paramLabel = "TIME",
      description = "End of the searched range, not included. Default: none.")
  private @Nullable String latest;

  @Mixin private EventArguments events = new EventArguments();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parallel subtasks. Default: the number of processors.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Mixin private LimitArguments limits = new LimitArguments();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the rows go. Default: standard output.")
  private @Nullable Path out;

  SearchCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SearchOptions options = ArgumentFaults.check(spec, this::options);
    return work.search(options, options.content().quiet() ? console.withoutProgress() : console)
        .code();
  }

  private SearchOptions options(ArgumentFaults faults) {
    ContentOptions content = shared.searchOptions(faults);
    boolean hasSearch = jobs == null && !arguments.isEmpty();
    return new SearchOptions(
        content,
        hasSearch ? arguments.get(0) : null,
        jobs,
        rows,
        hasSearch ? arguments.subList(1, arguments.size()) : arguments,
        events.overrides(),
        faults.bound("--earliest", earliest, content.zone(), "0"),
        faults.bound("--latest", latest, content.zone(), ""),
        parallelism,
        limits.limits(faults),
        out);
  }
}
