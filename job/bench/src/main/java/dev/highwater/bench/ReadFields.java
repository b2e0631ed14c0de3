package dev.highwater.bench;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.KnowledgeExpander;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all fields that the detections with a data source want of each event of a log, as members
 * of the data models and as they are, and prints MB for each CPU second. A program: {@code
 * ReadFields CONTENT DATA_SOURCE SOURCETYPE SOURCE LOG}; {@code DATA_SOURCE} is the beginning of
 * its name. No event is left out for a literal that it lacks.
 */
public final class ReadFields {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long WARM_UP_NANOS = 8_000_000_000L;
  private static final long MEASURED_NANOS = 10_000_000_000L;

  private final List<RawEvent> events;
  private final EventFields fields;
  private final Map<Fields, RowPredicate> members = new LinkedHashMap<>();
  private final Map<Fields, List<String>> wanted = new LinkedHashMap<>();
  private long values;

  private ReadFields(
      Knowledge knowledge,
      EventOrigin origin,
      Map<Dataset, FieldSet> ofDatasets,
      FieldSet own,
      List<RawEvent> events) {
    this.events = events;
    this.fields = knowledge.addOns().fieldsOf(origin);
    KnowledgeExpander expander = new KnowledgeExpander(knowledge.addOns());
    Membership membership =
        new Membership(
            fields,
            RunContext.BEFORE_RUN,
            constraint ->
                SearchExpressionCompiler.compile(expander.expand(constraint), origin::field));
    members.put(fields, RowPredicate.ALWAYS);
    wanted.put(fields, List.copyOf(own.names()));
    ofDatasets.forEach(
        (dataset, names) -> {
          Fields member = new DatasetFields(dataset, membership);
          members.put(member, membership.of(dataset));
          wanted.put(member, List.copyOf(names.names()));
        });
  }

  /** Prints one line. */
  public static void main(String[] arguments) throws IOException {
    ContentPack pack = ContentReader.read(List.of(Path.of(arguments[0])));
    Knowledge knowledge = Knowledge.builtIn(pack, pack.lookupDefinitions(), ZoneOffset.UTC);
    EventOrigin origin = new EventOrigin(arguments[4], "host", arguments[3], arguments[2], "main");
    Map<Dataset, FieldSet> ofDatasets = new LinkedHashMap<>();
    FieldSet own = FieldSet.of("host", "sourcetype");
    int detections = 0;
    for (CompiledSearch search : searches(pack, knowledge, arguments[1])) {
      detections++;
      for (ScanPlan scan : search.plan().scans()) {
        FieldSet reads = scan.stage().filter().beforeRun().reads().and(scan.reads());
        if (scan.scan() instanceof Scan.OfDataset of) {
          Dataset dataset = knowledge.dataModels().dataset(of.model(), of.dataset());
          if (dataset != null) {
            ofDatasets.merge(dataset, reads, FieldSet::and);
          }
        } else {
          own = reads.isAll() ? own : own.and(reads);
        }
      }
    }
    ReadFields reading = new ReadFields(knowledge, origin, ofDatasets, own, events(origin));
    System.out.printf("%d detections, %s%n", detections, reading.measured());
  }

  private static List<CompiledSearch> searches(
      ContentPack pack, Knowledge knowledge, String dataSource) {
    SearchCompiler compiler = new SearchCompiler(knowledge);
    List<CompiledSearch> searches = new ArrayList<>();
    for (Detection detection : pack.detections()) {
      if (detection.dataSources().stream().anyMatch(name -> name.startsWith(dataSource))) {
        compiler.compile(detection.search()).search().ifPresent(searches::add);
      }
    }
    return searches;
  }

  private static List<RawEvent> events(EventOrigin origin) throws IOException {
    List<RawEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(origin.input()))) {
      events.add(RawEvent.of(origin, events.size(), line));
    }
    return events;
  }

  private String measured() {
    passes(WARM_UP_NANOS);
    values = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    int passes = passes(MEASURED_NANOS);
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    double megabytes = passes * (double) events.stream().mapToLong(RawEvent::length).sum() / 1e6;
    return String.format(
        "%d fields, %.1f values an event, %.1f MB for each CPU second",
        wanted.values().stream().mapToInt(List::size).sum(),
        values / (double) passes / events.size(),
        megabytes / seconds);
  }

  private int passes(long nanos) {
    long start = THREADS.getCurrentThreadCpuTime();
    int passes = 0;
    while (passes == 0 || THREADS.getCurrentThreadCpuTime() - start < nanos) {
      events.forEach(this::read);
      passes++;
    }
    return passes;
  }

  private void read(RawEvent event) {
    fields.moveTo(event, fields.timeOf(event));
    members.forEach(
        (member, test) -> {
          if (test.matches(fields)) {
            for (String name : wanted.getOrDefault(member, List.of())) {
              values += member.get(name) == null ? 0 : 1;
            }
          }
        });
  }
}
