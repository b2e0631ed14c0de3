package dev.highwater.engine.content;

import dev.highwater.engine.content.ScheduleCase.ExpectedRun;
import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the tests of a detection. */
final class DetectionCaseReader {

  private static final String RUNS = "expected_runs";

  private DetectionCaseReader() {}

  /**
   * All tests.
   *
   * @param manual why only a person can do them, empty where that is not said
   */
  static List<DetectionCase> read(YamlMapping root, String manual) {
    return root.mappings("tests").stream().map(test -> test(test, manual)).toList();
  }

  private static DetectionCase test(YamlMapping test, String manual) {
    boolean isNamed = isOneOf(test, "compare", "all", "named");
    ExpectedRows expected = rows(test, "expected", isNamed);
    boolean findsNothing = isOneOf(test, "expect", "rows", "nothing");
    if (findsNothing && expected != null && !expected.rows().isEmpty()) {
      test.problem("expect", "'expect' is nothing, and 'expected' has rows");
    }
    boolean isScheduled = isOneOf(test, "type", "unit", "schedule");
    if (!isScheduled && test.has(RUNS)) {
      test.problem(RUNS, "'" + RUNS + "' is for a test with 'type: schedule'");
    }
    return new DetectionCase(
        test.text("name"),
        data(test),
        manual,
        findsNothing || (expected != null && expected.rows().isEmpty()),
        expected,
        isScheduled ? schedule(test, isNamed) : null,
        seeds(test));
  }

  /** Whether a key has the second of two values; the first is the one that need not be said. */
  private static boolean isOneOf(YamlMapping test, String key, String usual, String other) {
    String text = test.textOr(key, usual);
    if (!text.equals(usual) && !text.equals(other)) {
      test.problem(key, "'" + key + "' must be " + usual + " or " + other + ", not '" + text + "'");
    }
    return text.equals(other);
  }

  private static List<DetectionCase.AttackData> data(YamlMapping mapping) {
    return mapping.mappings("attack_data").stream()
        .map(
            data ->
                new DetectionCase.AttackData(
                    data.text("data"),
                    data.textOr("source", ""),
                    data.textOr("sourcetype", ""),
                    data.textOr("custom_index", ""),
                    data.textOr("host", ""),
                    data.textOr("arrival", "")))
        .toList();
  }

  private static @Nullable ExpectedRows rows(YamlMapping mapping, String key, boolean isNamed) {
    if (!mapping.has(key)) {
      return null;
    }
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (YamlMapping row : mapping.mappings(key)) {
      Map<String, List<String>> fields = new LinkedHashMap<>();
      row.keys().forEach(field -> fields.put(field, row.values(field)));
      rows.add(fields);
    }
    return new ExpectedRows(rows, isNamed);
  }

  private static ScheduleCase schedule(YamlMapping test, boolean isNamed) {
    YamlMapping own = test.mapping("schedule");
    if (!test.has(RUNS)) {
      test.problem(RUNS, "'" + RUNS + "' is missing");
    }
    List<ExpectedRun> runs = new ArrayList<>();
    Set<Long> times = new HashSet<>();
    for (YamlMapping run : test.mappings(RUNS)) {
      ExpectedRun read = run(run, isNamed);
      if (times.add(read.scheduledMillis())) {
        runs.add(read);
      } else {
        run.problem("at", "'at' is the time of another run");
      }
    }
    return new ScheduleCase(
        checked(own, "cron_schedule", CronSchedule::parse),
        checked(own, "earliest_time", RelativeTime::parse),
        checked(own, "latest_time", RelativeTime::parse),
        runs);
  }

  private static ExpectedRun run(YamlMapping run, boolean isNamed) {
    ExpectedRows expected = run.isList("rows") ? rows(run, "rows", isNamed) : null;
    int count = expected == null ? count(run, "rows") : expected.rows().size();
    return new ExpectedRun(time(run), count, expected, count(run, "late"));
  }

  private static int count(YamlMapping run, String key) {
    int count = run.optionalInteger(key).orElse(0);
    if (count < 0) {
      run.problem(key, "'" + key + "' must be 0 or more, not " + count);
    }
    return Math.max(0, count);
  }

  private static long time(YamlMapping run) {
    String text = run.text("at");
    try {
      return text.isEmpty() ? 0 : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      String example = Instant.EPOCH.toString();
      run.problem("at", "'at' must be a time such as " + example + ", not '" + text + "'");
      return 0;
    }
  }

  private static @Nullable String checked(
      @Nullable YamlMapping schedule, String key, Consumer<String> parser) {
    if (schedule == null || !schedule.has(key)) {
      return null;
    }
    String text = schedule.textOr(key, "");
    try {
      parser.accept(text);
    } catch (IllegalArgumentException e) {
      schedule.problem(key, String.valueOf(e.getMessage()));
    }
    return text;
  }

  private static CaseSeeds seeds(YamlMapping test) {
    Map<String, String> lookups = new LinkedHashMap<>();
    YamlMapping named = test.mapping("lookups");
    if (named != null) {
      named.keys().forEach(name -> lookups.put(name, named.text(name)));
    }
    List<CaseSeeds.Baseline> baselines = new ArrayList<>();
    for (YamlMapping baseline : test.mappings("baselines", "name")) {
      String name = baseline.text(baseline.has("file") ? "file" : "name");
      baselines.add(new CaseSeeds.Baseline(name, data(baseline)));
    }
    return new CaseSeeds(lookups, baselines);
  }
}
