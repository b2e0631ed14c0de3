package dev.highwater.engine.compile;

import static dev.highwater.engine.compile.ConformancePage.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ConformanceCorpus.Text;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Literals that are said to be wrong are refused, or listed with the reason why not. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the content is read once
class ConformanceNegativesTest {

  private final ConformanceCorpus corpus = new ConformanceCorpus();

  @Test
  void theMarkedLiteralsThatAreAcceptedAreThoseOfThePage() throws IOException {
    List<Text> marked = ConformanceCorpus.texts().stream().filter(Text::isMarked).toList();
    TreeSet<String> accepted = new TreeSet<>();
    for (Text text : marked) {
      if (!corpus.isRefused(text.spl())) {
        accepted.add(text.id());
      }
    }
    ConformancePage page = ConformancePage.read("spl-negatives.md");
    assertThat(new TreeSet<>(page.ids())).isEqualTo(accepted);
    assertThat(page.words())
        .contains(
            "Of "
                + number(marked.size())
                + " marked literals "
                + number(marked.size() - accepted.size())
                + " are refused.");
  }

  @Test
  void thePageCountsWhatItLists() throws IOException {
    ConformancePage page = ConformancePage.read("spl-negatives.md");
    assertThat(page.ids()).doesNotHaveDuplicates();
    assertThat(page.sections())
        .filteredOn(section -> !section.ids().isEmpty())
        .allSatisfy(section -> assertThat(section.count()).isEqualTo(section.ids().size()));
  }
}
