package dev.highwater.app.search;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.runtime.client.JobExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the searches of a file. Those without rows share one job over the inputs, which is done
 * first; then the file is read once more, and each line gets its answer.
 */
final class EmbeddedJobs {

  private final SearchOptions options;
  private final Console console;
  private final SearchMessages messages;
  private final LineFile file;
  private final ReplayInputs inputs;
  private final SearchTimes times;
  private final Map<Integer, Prepared> overInputs = new HashMap<>();
  private boolean hasFailed;

  EmbeddedJobs(SearchOptions options, Console console, LineFile file, ReplayInputs inputs) {
    this.options = options;
    this.console = console;
    this.messages = new SearchMessages(options, console);
    this.file = file;
    this.inputs = inputs;
    this.times = new SearchTimes(options, inputs.files());
  }

  ExitCode run() throws IOException, InterruptedException, JobExecutionException {
    long start = System.nanoTime();
    Optional<LoadedContent> content =
        ContentLoading.load(options.content(), List.of(), console.err());
    if (content.isEmpty()) {
      return ExitCode.FAILED;
    }
    AdHocPreparation preparation =
        new AdHocPreparation(content.get().pack(), options.content().zone());
    prepareOverInputs(preparation);
    List<Prepared> running =
        overInputs.values().stream().filter(each -> each.item().isPresent()).toList();
    if (running.isEmpty()) {
      return print(preparation, null);
    }
    try (EmbeddedCluster cluster =
            EmbeddedCluster.start(options.parallelism(), InputVolume.ofBytes(inputs.bytes()));
        EventResults results =
            EventResults.of(preparation.revision(running), options, inputs, cluster, console)) {
      messages.totals(inputs, results.ledger(), (System.nanoTime() - start) / 1e9);
      return print(preparation, results);
    }
  }

  private void prepareOverInputs(AdHocPreparation preparation) throws IOException {
    if (!inputs.files().isEmpty()) {
      file.forEach(
          (number, line) -> {
            JobLine job = job(number, line);
            if (job.faults().isEmpty() && job.rows() == null) {
              ScheduleItem run = times.overEvents(job.zone(), job.now());
              overInputs.put(number, preparation.overEvents(search(job, run)));
            }
          });
    }
  }

  private JobLine job(int number, String line) {
    return JobLine.read(file.name(), number, line, options.content().zone());
  }

  private static AdHocSearch search(JobLine job, ScheduleItem run) {
    String name = "<" + job.name() + ">";
    return new AdHocSearch(
        Integer.toString(job.number()), name, SplSources.of(name, job.spl()), run);
  }

  private ExitCode print(AdHocPreparation preparation, @Nullable EventResults results)
      throws IOException {
    new SearchOutput(options.out(), console)
        .print(
            to -> {
              JobPrinter printer = new JobPrinter(to.out());
              file.forEach(
                  (number, line) -> print(job(number, line), preparation, results, printer));
            });
    return hasFailed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void print(
      JobLine job, AdHocPreparation preparation, @Nullable EventResults results, JobPrinter printer)
      throws IOException {
    if (!job.faults().isEmpty()) {
      printer.diagnostics(job.id(), job.faults());
      return;
    }
    Prepared search = overInputs.get(job.number());
    boolean isOverInputs = search != null;
    if (search == null) {
      search = overRows(job, preparation);
    }
    if (search.plan().isEmpty()) {
      printer.diagnostics(job.id(), search.diagnostics());
      return;
    }
    messages.diagnostics(search);
    if (isOverInputs) {
      printOverInputs(job, search, Objects.requireNonNull(results), printer);
    } else {
      printLocal(job, search, printer);
    }
  }

  private Prepared overRows(JobLine job, AdHocPreparation preparation) {
    List<Row> rows = job.rows();
    return rows == null
        ? preparation.overEvents(search(job, times.overRows(List.of(), job.zone(), job.now())))
        : preparation.overRows(search(job, times.overRows(rows, job.zone(), job.now())));
  }

  private void printOverInputs(
      JobLine job, Prepared search, EventResults results, JobPrinter printer) throws IOException {
    Optional<String> failure = results.failure(search.search().id());
    if (failure.isPresent()) {
      printFailure(job, search, failure.get(), printer);
    } else {
      messages.notes(search, results.notes(search.search().id()));
      printer.rows(job.id(), results.rowsOf(search.search().id()));
    }
  }

  private void printLocal(JobLine job, Prepared search, JobPrinter printer) throws IOException {
    List<Row> rows = job.rows();
    LocalRun run = LocalRun.of(search, rows == null ? List.of() : rows, options.limits());
    messages.notes(search, run.result().notes());
    if (run.failure() != null) {
      printFailure(job, search, run.failure(), printer);
    } else {
      printer.rows(job.id(), run.result().rows()::forEach);
    }
  }

  private void printFailure(JobLine job, Prepared search, String reason, JobPrinter printer) {
    hasFailed = true;
    SourceSpan start = new SourceSpan(search.search().text(), 0, 0);
    printer.diagnostics(job.id(), List.of(Diagnostic.error(start, "the run failed: " + reason)));
  }
}
