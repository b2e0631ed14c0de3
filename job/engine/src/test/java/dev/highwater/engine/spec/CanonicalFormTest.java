package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.RoundTrip;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan says of itself is SPL that reads back as an equal plan. */
class CanonicalFormTest {

  @Test
  void readsBackAsTheSameStages() throws IOException {
    List<String> losses = new ArrayList<>();
    int seen = 0;
    for (Path file : SpecFile.all()) {
      for (SpecCase spec : SpecFile.cases(file)) {
        if (!spec.isListOfExpressions()) {
          PipelineRun run = new PipelineRun(spec.given(), ZoneOffset.UTC);
          SearchCompiler compiler =
              new SearchCompiler(
                  new SpecCatalog(run.definitions(), run.dataModels(), run.places()));
          seen += check(spec, new RoundTrip(compiler::stages), losses);
          seen += check(spec, new RoundTrip(compiler::searchStages), losses);
        }
      }
    }
    assertThat(losses).isEmpty();
    assertThat(seen).isGreaterThan(750);
  }

  /** Whether the command can be compiled there. */
  private static int check(SpecCase spec, RoundTrip trip, List<String> losses) {
    String command = spec.command().startsWith("|") ? spec.command() : "| " + spec.command();
    SplSource text = SplSources.of("<spec>", command);
    return trip.stages(text)
        .map(
            stages -> {
              String loss = trip.loss(stages);
              if (!loss.isEmpty()) {
                losses.add(spec.title() + "\n" + loss);
              }
              return 1;
            })
        .orElse(0);
  }
}
