package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Detections over real logs of Windows, against rows of an independent evaluator. It looks at
 * Sysmon 1, 11 to 14 and Security 4688 only, and decodes XML entities.
 */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class WindowsConformanceTest {

  private static final String FOLDER = "conformance/otrf/";
  private static final Pattern SYSMON_IN_SCOPE = Pattern.compile("<EventID>(1|11|12|13|14)</");
  private static final Pattern SECURITY_IN_SCOPE = Pattern.compile("<EventID>4688</");

  private final Map<String, List<Map<String, Object>>> expected =
      SharedData.objects(FOLDER + "expected.jsonl.gz").stream()
          .collect(
              Collectors.groupingBy(
                  each -> SharedData.text(each, "dataset"), TreeMap::new, Collectors.toList()));

  private final List<String> missing = new ArrayList<>();
  private int found;
  private int findings;

  @Test
  void findsTheRowsOfTheEvaluatorAmongThoseOfAllEvents() {
    run(event -> true);
    assertThat(missing).isEmpty();
    assertThat(found).isEqualTo(412);
  }

  /** Whatever else is found in all events comes from those that the evaluator leaves out. */
  @Test
  void findsNoOtherRowsInTheEventsOfTheEvaluator() {
    run(
        event ->
            (event.origin().source().endsWith("Sysmon/Operational")
                    ? SYSMON_IN_SCOPE
                    : SECURITY_IN_SCOPE)
                .matcher(event.text())
                .find());
    assertThat(missing).isEmpty();
    assertThat(List.of(found, findings)).isEqualTo(List.of(412, 412));
  }

  private void run(Predicate<RawEvent> choice) {
    ContentPack content = SharedData.content();
    expected.forEach(
        (dataset, rows) -> {
          List<String> names = rows.stream().map(each -> SharedData.text(each, "name")).toList();
          ReferenceReplay.Result result =
              ReferenceReplay.replay(
                  SharedData.allTime(content, each -> names.contains(each.name())),
                  SharedData.rawEvents(FOLDER + dataset + "l.gz").stream()
                      .filter(choice)
                      .iterator());
          findings += result.findings().size();
          rows.forEach(each -> compare(dataset, each, result.findings()));
        });
  }

  private void compare(String dataset, Map<String, Object> detection, List<Finding> all) {
    String name = SharedData.text(detection, "name");
    List<Finding> own = all.stream().filter(each -> each.detection().equals(name)).toList();
    for (Object row : (List<?>) Objects.requireNonNull(detection.get("rows"))) {
      Map<String, String> wanted = wanted((Map<?, ?>) row);
      if (own.stream().anyMatch(each -> holds(each.row(), wanted))) {
        found++;
      } else {
        missing.add(name + " in " + dataset + ": " + wanted);
      }
    }
  }

  /**
   * Times are given twice: as a number and as the detections print them. The evaluator does not
   * rename an aggregate that is named like a field of the data model, and says {@code null} of a
   * file without a hash, whose hash is unknown (S-524).
   */
  private static Map<String, String> wanted(Map<?, ?> row) {
    Map<String, String> wanted = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> wanted.put(String.valueOf(name).replace("Processes.", ""), sorted(value)));
    wanted.computeIfPresent("file_hash", (name, hash) -> hash.equals("null") ? "unknown" : hash);
    for (String time : List.of("firstTime", "lastTime")) {
      String printed = wanted.remove(time + "_iso");
      if (printed != null) {
        wanted.put(time, printed);
      }
    }
    return wanted;
  }

  private static String sorted(Object value) {
    return value instanceof List<?> list
        ? String.join("\n", new TreeSet<>(list.stream().map(String::valueOf).toList()))
        : String.valueOf(value);
  }

  private static boolean holds(Row row, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(each -> isEqual(row, each.getKey(), each.getValue()));
  }

  private static boolean isEqual(Row row, String name, String wanted) {
    FieldValue value = row.get(name);
    if (value == null) {
      return false;
    }
    String own =
        value.members().stream()
            .map(each -> decoded(each.text()))
            .sorted()
            .distinct()
            .collect(Collectors.joining("\n"));
    return own.equals(wanted)
        || (name.equals("_time") && Double.parseDouble(own) == Double.parseDouble(wanted));
  }

  private static String decoded(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
