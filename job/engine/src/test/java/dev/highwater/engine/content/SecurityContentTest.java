package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole of security_content 4.42, where it lies beside the checkout. */
class SecurityContentTest {

  private static final Pattern FILTER = Pattern.compile("`(\\w+_filter)`");

  private static ContentPack pack = ContentPack.builtIn();

  @BeforeAll
  static void read() {
    String shared = System.getProperty("highwater.shared", "");
    assumeFalse(shared.isBlank());
    pack = ContentReader.read(List.of(Path.of(shared, "corpus", "escu")));
  }

  @Test
  void isReadWithoutProblems() {
    assertThat(pack.problems()).extracting(Diagnostic::render).isEmpty();
    Map<String, Integer> counts = new HashMap<>();
    pack.detections().forEach(detection -> counts.merge(detection.status(), 1, Integer::sum));
    assertThat(counts).isEqualTo(Map.of("production", 1472, "experimental", 141, "deprecated", 98));
    assertThat(pack.deployments())
        .containsOnlyKeys("TTP", "Anomaly", "Hunting", "Correlation", "Baseline");
    assertThat(pack.lookups()).hasSize(79);
    assertThat(pack.stories()).hasSize(261);
    assertThat(pack.dataSources()).hasSize(205);
  }

  @Test
  void everySearchKnowsWhereItWasWritten() {
    List<String> unmapped = new ArrayList<>();
    for (Detection detection : pack.detections()) {
      SplSource search = detection.search();
      String text = search.text();
      for (int at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) {
        Location location = search.locate(at);
        if (location.lineText().charAt(location.column() - 1) != '|') {
          unmapped.add(location.display());
        }
      }
    }
    assertThat(unmapped).isEmpty();
  }

  @Test
  void everyTableOfALookupIsThere() throws IOException {
    for (Lookup lookup : pack.lookups().values()) {
      if (lookup.fileName().endsWith(".csv")) {
        assertThat(lookup.table().header()).as(lookup.name()).doesNotContain("");
      }
    }
    assertThat(pack.lookups().values())
        .extracting(Lookup::collection)
        .contains("", "zoom_first_time_child_process");
  }

  @Test
  void everyFilterMacroIsKnown() {
    TreeSet<String> unknown = new TreeSet<>();
    for (Detection detection : pack.detections()) {
      Matcher filters = FILTER.matcher(detection.search().text());
      while (filters.find()) {
        if (pack.macro(filters.group(1), 0) == null) {
          unknown.add(filters.group(1) + " in " + detection.file());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }
}
