package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.ConformanceCorpus.Text;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every valid search of the corpora reads back from its layout, and its plan from its SPL. */
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
    assertThat(seen).isGreaterThan(11_000);
  }

  @Test
  void aLayoutMeansTheSameAndIsItsOwnLayout() throws IOException {
    List<String> losses = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    long seen = 0;
    for (SplSource text : texts()) {
      if (corpus.mistakes(text).isEmpty()) {
        seen++;
        try {
          losses.addAll(loss(text, SplLayout.of(text)));
        } catch (SplException e) {
          refusals.add(e.diagnostic().message());
        }
      }
    }
    assertThat(losses).isEmpty();
    assertThat(seen).isGreaterThan(12_000);
    // Unknown macros keep the compiler from what is wrong behind them.
    assertThat(refusals).hasSize(10).allMatch(message -> message.endsWith("is never closed"));
  }

  @Test
  void everyDetectionHasALayout() {
    assertThat(corpus.content().detections())
        .hasSize(1711)
        .allSatisfy(
            detection -> {
              SplSource text = detection.search();
              assertThat(loss(text, SplLayout.of(text))).isEmpty();
            });
  }

  private List<String> loss(SplSource text, String layout) {
    List<String> losses = new ArrayList<>(RoundTrip.lossOfWords(text, layout));
    losses.addAll(lossOfMeaning(text, layout));
    return losses;
  }

  /** Of a search that is refused by name what it is refused for has to stay. */
  private List<String> lossOfMeaning(SplSource text, String layout) {
    return trip.stages(text)
        .map(stages -> trip.lossOfMeaning(text, stages))
        .orElseGet(
            () ->
                messages(text).equals(messages(SplSources.of("<layout>", layout)))
                    ? List.of()
                    : List.of(layout + "is refused for something else than\n" + text.text()));
  }

  private List<String> messages(SplSource text) {
    return corpus.compiler().searchStages(text).diagnostics().stream()
        .map(Diagnostic::message)
        .toList();
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
