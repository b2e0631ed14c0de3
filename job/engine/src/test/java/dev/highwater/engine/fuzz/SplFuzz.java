package dev.highwater.engine.fuzz;

import dev.highwater.engine.compile.RoundTrip;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Compiles and formats mutated and random texts: each has to give a search or diagnostics, and a
 * layout or a diagnostic, within a second of CPU time. A search has to read back from its SPL and
 * its layout; a layout has to be its own, also of what is no search. A program, not a test: {@code
 * SplFuzz COUNT [SEED] [FILE of searches, one a line]...}.
 */
public final class SplFuzz {

  /** Counts the time that texts take, not that of other work on the machine. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final long PROGRESS = 100_000;

  private final RoundTrip trip;
  private final Mutation mutation;
  private long compiled;
  private long formatted;
  private long faults;
  private long slowestNanos;

  private SplFuzz(List<String> seeds, long seed) {
    this.trip =
        new RoundTrip(
            new SearchCompiler(Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC))
                ::searchStages);
    this.mutation = new Mutation(seeds, new SplittableRandom(seed));
  }

  /** Prints what went wrong; the exit code is 1 when anything did. */
  public static void main(String[] arguments) throws IOException {
    long count = Long.parseLong(arguments[0]);
    long seed =
        arguments.length > 1 ? Long.parseLong(arguments[1]) : new SplittableRandom().nextLong();
    List<String> seeds = new ArrayList<>(ofSpecs());
    for (int i = 2; i < arguments.length; i++) {
      seeds.addAll(Files.readAllLines(Path.of(arguments[i])));
    }
    System.out.println(count + " texts from " + seeds.size() + " searches, seed " + seed);
    SplFuzz fuzz = new SplFuzz(seeds, seed);
    fuzz.run(count);
    System.out.println(
        fuzz.compiled
            + " searches, "
            + fuzz.formatted
            + " layouts, "
            + fuzz.faults
            + " faults, the slowest took "
            + fuzz.slowestNanos / 1000
            + " us");
    System.exit(fuzz.faults == 0 ? 0 : 1);
  }

  private static List<String> ofSpecs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "specs"))) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".spec")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("-- "))
            .forEach(line -> lines.add("| " + line.substring(3)));
      }
      return lines;
    }
  }

  private void run(long count) {
    for (long i = 1; i <= count; i++) {
      compile(mutation.next());
      if (i % PROGRESS == 0) {
        System.out.println(i + " done");
      }
    }
  }

  private void compile(String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      SplSource source = SplSources.of("<fuzz>", text);
      Optional<List<Stage>> stages = trip.stages(source);
      compiled += stages.isPresent() ? 1 : 0;
      stages
          .filter(SplFuzz::canBePrinted)
          .map(trip::loss)
          .filter(loss -> !loss.isEmpty())
          .ifPresent(loss -> report(loss, text));
      stages.ifPresent(all -> trip.lossOfMeaning(source, all).forEach(loss -> report(loss, text)));
      format(source);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) { // what is looked for
      report(e.toString() + " at " + List.of(e.getStackTrace()).stream().limit(6).toList(), text);
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    slowestNanos = Math.max(slowestNanos, nanos);
    if (nanos > LIMIT_NANOS) {
      report("took " + nanos / 1_000_000 + " ms", text);
    }
  }

  /** A backtick, which is left where macros stood one behind the other, has no spelling. */
  private static boolean canBePrinted(List<Stage> stages) {
    return RoundTrip.print(stages).indexOf('`') < 0;
  }

  private void format(SplSource text) {
    Optional<String> layout = layout(text);
    formatted += layout.isPresent() ? 1 : 0;
    layout.ifPresent(
        all -> RoundTrip.lossOfWords(text, all).forEach(loss -> report(loss, text.text())));
  }

  /** Nothing where the text is refused with a diagnostic. */
  private static Optional<String> layout(SplSource text) {
    try {
      return Optional.of(SplLayout.of(text));
    } catch (SplException e) {
      return Optional.empty();
    }
  }

  private void report(String fault, String text) {
    if (++faults <= 20) {
      System.out.println("FAULT " + fault + "\n" + text + "\n");
    }
  }
}
