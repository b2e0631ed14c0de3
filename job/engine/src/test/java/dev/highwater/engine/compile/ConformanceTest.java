package dev.highwater.engine.compile;

import static dev.highwater.engine.compile.ConformancePage.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ConformanceCorpus.Text;
import dev.highwater.engine.content.Detection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every valid search of the corpora is compiled or refused by name. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the content is read once
class ConformanceTest {

  private final ConformanceCorpus corpus = new ConformanceCorpus();

  @Test
  void everyDetectionIsCompiledOrRefusedByName() {
    Map<String, List<String>> mistakes = new TreeMap<>();
    for (Detection detection : corpus.content().detections()) {
      List<String> found = corpus.mistakes(detection.search());
      if (!found.isEmpty()) {
        mistakes.put(detection.name(), found);
      }
    }
    assertThat(corpus.content().detections()).hasSize(1711);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void theSearchesThatAreRefusedAsWrongAreThoseOfThePage() throws IOException {
    ConformancePage page = ConformancePage.read("spl-gaps.md");
    List<Text> searches = ConformanceCorpus.texts().stream().filter(Text::isSearch).toList();
    TreeSet<String> listed = new TreeSet<>(page.ids());
    List<String> surprises = new ArrayList<>();
    for (Text search : searches) {
      List<String> found = corpus.mistakes(search.spl());
      if (listed.remove(search.id()) == found.isEmpty()) {
        surprises.add(search.id() + ": " + (found.isEmpty() ? "nothing wrong" : found.get(0)));
      }
    }
    assertThat(String.join("\n", surprises)).isEmpty();
    assertThat(listed).isEmpty();
    assertThat(page.words()).contains(figures(searches.size(), page));
  }

  /**
   * What the page says of the whole: also when the invalid texts that are assumed to be were not.
   */
  private static List<String> figures(int searches, ConformancePage page) {
    int invalid = page.idsOf("Invalid texts").size();
    int assumed =
        page.sections().stream()
            .filter(section -> section.text().contains("*assumed*"))
            .mapToInt(section -> section.ids().size())
            .sum();
    int valid = searches - invalid;
    int met = valid - page.idsOf("Valid texts").size();
    assertThat(100.0 * met / (valid + assumed)).isGreaterThanOrEqualTo(99.5);
    return List.of(
        "Of %s searches of the corpus %s are invalid: Splunk refuses them, too."
            .formatted(number(searches), number(invalid)),
        "Of the %s valid ones %s (%s) are compiled or refused by name."
            .formatted(number(valid), number(met), percent(met, valid)),
        "If all of those were valid, %s would be compiled or refused by name."
            .formatted(percent(met, valid + assumed)));
  }

  private static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }

  @Test
  void thePageCountsWhatItLists() throws IOException {
    ConformancePage page = ConformancePage.read("spl-gaps.md");
    assertThat(page.ids()).doesNotHaveDuplicates();
    assertThat(page.sections())
        .filteredOn(section -> !section.ids().isEmpty())
        .allSatisfy(section -> assertThat(section.count()).isEqualTo(section.ids().size()));
  }

  @Test
  void thePageCountsWhatItLeavesOut() throws IOException {
    List<Text> texts = ConformanceCorpus.texts();
    List<Text> unmarked =
        texts.stream().filter(Text::isLiteral).filter(text -> !text.isMarked()).toList();
    long macros = texts.stream().filter(Text::isMacro).count();
    long wrong = unmarked.stream().filter(text -> !corpus.mistakes(text.spl()).isEmpty()).count();
    assertThat(ConformancePage.read("spl-gaps.md").words())
        .contains(number((int) macros) + " definitions of macros")
        .contains(number(unmarked.size()) + " literals out of the tests")
        .contains(number((int) wrong) + " of them are refused as wrong");
  }

  @Test
  void theMalformedSearchesOfPySigmaAreRefusedWithAPosition() throws IOException {
    List<Text> malformed =
        ConformanceCorpus.texts().stream()
            .filter(text -> text.note().contains("MALFORMED"))
            .toList();
    assertThat(malformed).hasSize(8);
    for (Text text : malformed) {
      assertThat(corpus.mistakes(text.spl()))
          .singleElement()
          .asString()
          .contains("there is no condition before OR");
    }
  }
}
