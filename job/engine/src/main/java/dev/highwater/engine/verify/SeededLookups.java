package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Lookup;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.plan.LookupTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the lookups of content hold when one test runs (S-1982). */
final class SeededLookups {

  /** As content has them. */
  static final SeededLookups NONE = new SeededLookups();

  private final Map<String, LookupTable> contents = new HashMap<>();

  private SeededLookups() {}

  /** Why a test cannot have what it asks for. */
  static final class SeedException extends Exception {
    private static final long serialVersionUID = 1L;

    private SeedException(String reason) {
      super(reason);
    }
  }

  /**
   * Seeds the lookups and runs the baselines of a test, one after the other.
   *
   * @param times of the logs of the baselines
   */
  static SeededLookups of(
      PlannedTest test,
      TestSetting setting,
      AdHocPreparation preparation,
      LogTimes times,
      TestEngine engine)
      throws SeedException, IOException, InterruptedException {
    SeededLookups seeded = new SeededLookups();
    for (Map.Entry<String, LookupTable> seed : test.seeds().lookups().entrySet()) {
      Lookup lookup = lookup(setting.content(), seed.getKey());
      LookupTable table = seed.getValue();
      seeded.contents.put(
          lookup.name(), lookup.isCollection() ? table.withoutEmptyValues() : table);
    }
    for (PlannedSeeds.Baseline baseline : test.seeds().baselines()) {
      seeded.run(baseline, setting, preparation, times, engine);
    }
    return seeded;
  }

  private static Lookup lookup(ContentPack content, String name) throws SeedException {
    Lookup named = content.lookups().get(name);
    if (named != null) {
      return named;
    }
    return content.lookups().values().stream()
        .filter(lookup -> lookup.fileName().equals(name))
        .findFirst()
        .orElseThrow(() -> new SeedException("there is no lookup '" + name + "' to be seeded"));
  }

  private void run(
      PlannedSeeds.Baseline planned,
      TestSetting setting,
      AdHocPreparation preparation,
      LogTimes times,
      TestEngine engine)
      throws SeedException, IOException, InterruptedException {
    String name = planned.baseline().name();
    OptionalLong now = times.nextSecond(planned.logs());
    if (now.isEmpty()) {
      throw new SeedException("baseline '" + name + "': no event of its logs has a time");
    }
    Prepared prepared =
        preparation
            .overEvents(
                new AdHocSearch(
                    planned.baseline().id(),
                    name,
                    planned.baseline().search(),
                    ScheduleItem.allTime(now.getAsLong(), setting.zone())))
            .asBaseline()
            .withInputs(planned.logs().stream().map(TestLog::input).collect(Collectors.toSet()))
            .withLookups(this::seeded);
    if (prepared.item().isEmpty()) {
      throw new SeedException(
          "baseline '" + name + "' is refused: " + TestResult.refusal(prepared.diagnostics()));
    }
    ContentRevision revision = preparation.revision(List.of(prepared));
    TestOutcomes outcomes =
        engine.search(
            new TestedSearches(
                revision,
                DetectionSet.compile(revision, setting.zone(), setting.places()),
                prepared.usesPlaces()),
            planned.logs());
    String failure = outcomes.failure(planned.baseline().id()).orElse("");
    if (!failure.isEmpty()) {
      throw new SeedException("baseline '" + name + "' failed: " + failure);
    }
    contents.putAll(outcomes.lookups());
  }

  /** The lookup with what it holds for the test. */
  LookupItem seeded(LookupItem item) {
    LookupTable own = contents.get(item.definition().name());
    return own == null ? item : new LookupItem(item.name(), item.definition(), own);
  }
}
