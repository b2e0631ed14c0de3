package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ConformanceCorpus.Text;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every search of the corpora that is compiled reads back from its plan's SPL and its layout. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the content is read once
class PrintingConformanceTest {

  private final ConformanceCorpus corpus = new ConformanceCorpus();
  private final RoundTrip trip = new RoundTrip(corpus.compiler()::searchStages);

  @Test
  void aPlanReadsBackFromItsSpl() throws IOException {
    List<String> losses = new ArrayList<>();
    long seen = 0;
    for (SplSource text : texts()) {
      Optional<List<Stage>> stages = trip.stages(text);
      seen += stages.isPresent() ? 1 : 0;
      stages.map(trip::loss).filter(loss -> !loss.isEmpty()).ifPresent(losses::add);
    }
    assertThat(losses).isEmpty();
    assertThat(seen).isGreaterThan(5000);
  }

  @Test
  void aLayoutMeansTheSameAndIsItsOwnLayout() throws IOException {
    List<String> losses = new ArrayList<>();
    long changed = 0;
    for (SplSource text : texts()) {
      Optional<List<Stage>> stages = trip.stages(text);
      if (stages.isPresent()) {
        losses.addAll(trip.lossOfLayout(text, stages.orElseThrow()));
        changed += SplLayout.of(text).equals(text.text()) ? 0 : 1;
      }
    }
    assertThat(losses).isEmpty();
    assertThat(changed).isGreaterThan(1000);
  }

  private List<SplSource> texts() throws IOException {
    List<SplSource> texts = new ArrayList<>();
    corpus.content().detections().forEach(detection -> texts.add(detection.search()));
    ConformanceCorpus.texts().stream()
        .filter(Text::isSearch)
        .forEach(text -> texts.add(text.spl()));
    return texts;
  }
}
