package dev.highwater.app.search;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.replay.EmbeddedJob;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;

/**
 * Runs ad-hoc searches in this process: those over logs as a job on a cluster inside of it, all
 * others by the engine alone.
 */
public final class EmbeddedSearch {

  private static final String ID = "search";
  private static final String NAME = "<search>";

  private final SearchOptions options;
  private final Console console;
  private final SearchMessages messages;
  private final SearchOutput output;

  public EmbeddedSearch(SearchOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.messages = new SearchMessages(options, console);
    this.output = new SearchOutput(options.out(), console);
  }

  /**
   * Runs the searches and prints what they give.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException, InterruptedException {
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    try {
      if (options.jobs() != null) {
        LineFile file = LineFile.of(options.jobs(), System.in);
        return new EmbeddedJobs(options, console, file, inputs).run();
      }
      return inputs.files().isEmpty() ? overRows() : overEvents(inputs);
    } catch (JobCancellationException e) {
      console.err().println("Interrupted");
      return ExitCode.INTERRUPTED;
    } catch (JobExecutionException e) {
      console.err().println("The search failed: " + EmbeddedJob.reason(e));
      return ExitCode.FAILED;
    }
  }

  private Optional<AdHocPreparation> preparation() {
    Optional<LoadedContent> content =
        ContentLoading.load(options.content(), List.of(), console.err());
    return content.map(
        loaded -> new AdHocPreparation(loaded.pack(), options.content().zone(), loaded.places()));
  }

  private AdHocSearch search(ScheduleItem schedule) {
    String spl = Objects.requireNonNull(options.spl());
    return new AdHocSearch(ID, NAME, SplSources.of(NAME, spl), schedule);
  }

  private ExitCode overRows() throws IOException {
    Optional<AdHocPreparation> preparation = preparation();
    if (preparation.isEmpty()) {
      return ExitCode.FAILED;
    }
    SearchTimes times = new SearchTimes(options, List.of());
    if (options.rows() == null) {
      Prepared search = preparation.get().overEvents(search(times.overRows(List.of(), null, null)));
      messages.noEvents(search);
      return local(search, List.of());
    }
    RowFile file = RowFile.read(LineFile.of(options.rows(), System.in));
    if (!file.faults().isEmpty()) {
      file.faults().forEach(console.err()::println);
      return ExitCode.FAILED;
    }
    ScheduleItem run = times.overRows(file.rows(), null, null);
    return local(preparation.get().overRows(search(run)), file.rows());
  }

  private ExitCode local(Prepared search, List<Row> rows) throws IOException {
    messages.diagnostics(search);
    if (search.plan().isEmpty()) {
      return ExitCode.FAILED;
    }
    LocalRun run = LocalRun.of(search, rows, options.limits());
    messages.notes(search, run.result().notes());
    if (run.failure() != null) {
      messages.failure(search, run.failure());
      return ExitCode.FAILED;
    }
    print(run.result().rows()::forEach);
    return ExitCode.DONE;
  }

  private ExitCode overEvents(ReplayInputs inputs)
      throws IOException, InterruptedException, JobExecutionException {
    long start = System.nanoTime();
    try (EmbeddedCluster cluster =
        EmbeddedCluster.start(options.parallelism(), InputVolume.ofBytes(inputs.bytes()))) {
      Optional<AdHocPreparation> preparation = preparation();
      if (preparation.isEmpty()) {
        return ExitCode.FAILED;
      }
      SearchTimes times = new SearchTimes(options, inputs.files());
      Prepared search = preparation.get().overEvents(search(times.overEvents(null, null)));
      messages.diagnostics(search);
      if (search.item().isEmpty()) {
        return ExitCode.FAILED;
      }
      JobContent shipped =
          Places.shipped(
              preparation.get().revision(List.of(search)), options.content(), search.usesPlaces());
      try (EventResults results = EventResults.of(shipped, options, inputs, cluster, console)) {
        return finish(search, results, inputs, start);
      }
    }
  }

  private ExitCode finish(Prepared search, EventResults results, ReplayInputs inputs, long start)
      throws IOException {
    Optional<String> failure = results.failure(ID);
    if (failure.isPresent()) {
      messages.failure(search, failure.get());
      return ExitCode.FAILED;
    }
    messages.notes(search, results.notes(ID));
    print(results.rowsOf(ID));
    messages.totals(inputs, results.ledger(), (System.nanoTime() - start) / 1e9);
    return ExitCode.DONE;
  }

  private void print(ResultRows rows) throws IOException {
    output.print(to -> new RowPrinter(to).print(rows, options.content().format()));
  }
}
