package dev.highwater.app.search;

import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.ByteCount;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Locale;

/** What is said about searches beside their rows: on standard error, and less when quiet. */
final class SearchMessages {

  private final SearchOptions options;
  private final Console console;

  SearchMessages(SearchOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /** What is wrong with a search, and what surely does not mean what was meant. */
  void diagnostics(Prepared search) {
    for (Diagnostic diagnostic : search.diagnostics()) {
      if (!diagnostic.isWarning() || !options.content().quiet()) {
        console.err().println(diagnostic.render());
      }
    }
    boolean writes = search.plan().map(plan -> !plan.writtenLookups().isEmpty()).orElse(false);
    if (writes && !options.content().quiet()) {
      console
          .err()
          .println(search.search().name() + ": what it writes into lookups ends with its run");
    }
  }

  /** A search of events that were not given finds none. */
  void noEvents(Prepared search) {
    boolean reads = search.plan().map(plan -> plan.readsEvents()).orElse(false);
    if (reads && !options.content().quiet()) {
      console.err().println("warning: there are no events to search: neither INPUT nor --rows");
    }
  }

  /** What a run said about limits. */
  void notes(Prepared search, List<String> notes) {
    if (!options.content().quiet()) {
      notes.forEach(note -> console.err().println(search.search().name() + ": " + note));
    }
  }

  void failure(Prepared search, String reason) {
    console.err().println(search.search().name() + ": the run failed: " + reason);
  }

  /** What a job over the inputs came to. */
  void totals(ReplayInputs inputs, Ledger ledger, double seconds) {
    if (!options.content().quiet()) {
      console
          .err()
          .printf(
              Locale.ROOT,
              "%,d records (%s), %,d unparsable, in %.2f s%n",
              ledger.count(Ledger.INPUT, Counter.READ),
              ByteCount.text(inputs.bytes()),
              ledger.count(Ledger.INPUT, Counter.UNPARSABLE),
              seconds);
    }
  }
}
