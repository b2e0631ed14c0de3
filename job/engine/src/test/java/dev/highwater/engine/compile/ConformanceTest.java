package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every search of the corpora is compiled or refused by name. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class ConformanceTest {

  /** The corpus holds parts of searches, too: what stands behind a pipe. */
  private static final String WITHOUT_ROWS = "a search must start with a command that makes rows";

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));

  private final ContentPack content =
      ContentReader.read(List.of(SHARED.resolve("corpus").resolve("escu")));
  private final SearchCompiler compiler =
      new SearchCompiler(Knowledge.builtIn(content, content.lookupDefinitions(), ZoneOffset.UTC));

  @Test
  void everyDetectionIsCompiledOrRefusedByName() {
    Map<String, List<String>> errors = new TreeMap<>();
    for (Detection detection : content.detections()) {
      List<String> found = errors(detection.search());
      if (!found.isEmpty()) {
        errors.put(detection.name(), found);
      }
    }
    assertThat(content.detections()).hasSize(1711);
    assertThat(errors).isEmpty();
  }

  @Test
  void theValidTextsOfTheCorpusAreCompiledOrRefusedByName() throws IOException {
    String known = Files.readString(Path.of("..", "docs", "spl-gaps.md"));
    List<String> surprises = new ArrayList<>();
    for (Map<String, String> line : lines()) {
      List<String> found = errors(SplSources.of("<spl>", line.getOrDefault("spl", "")));
      if (isSearch(line) && !isInvalid(line) && !found.isEmpty()) {
        String id = line.getOrDefault("id", "");
        if (!known.contains(id)) {
          surprises.add(id + " " + line.get("source") + ": " + found.get(0));
        }
      }
    }
    assertThat(String.join("\n", surprises)).isEmpty();
  }

  @Test
  void theMalformedSearchesOfPySigmaAreRefusedWithAPosition() throws IOException {
    List<Map<String, String>> malformed =
        lines().stream()
            .filter(each -> each.getOrDefault("note", "").contains("MALFORMED"))
            .toList();
    assertThat(malformed).hasSize(8);
    for (Map<String, String> line : malformed) {
      assertThat(errors(SplSources.of("<spl>", line.getOrDefault("spl", ""))))
          .singleElement()
          .asString()
          .contains("there is no condition before OR");
    }
  }

  @Test
  void mostTextsThatAreInvalidOnPurposeAreRefused() throws IOException {
    long marked = 0;
    long refused = 0;
    for (Map<String, String> line : lines()) {
      if (isInvalid(line)) {
        marked++;
        SplSource text = SplSources.of("<spl>", line.getOrDefault("spl", ""));
        refused += compiler.compile(text).faults().isEmpty() ? 0 : 1;
      }
    }
    // The mark is a guess from the words near a test's literal: many of them are valid.
    assertThat(refused).isGreaterThan(marked / 3);
  }

  /** Literals in the tests of other parsers may be wrong on purpose without saying so. */
  private static boolean isSearch(Map<String, String> line) {
    String kind = line.getOrDefault("kind", "");
    return !kind.equals("macro") && !kind.equals("gotest");
  }

  private static boolean isInvalid(Map<String, String> line) {
    String note = line.getOrDefault("note", "");
    return note.contains("negative") || note.contains("invalid");
  }

  private static List<Map<String, String>> lines() throws IOException {
    return lines("conformance/spl/queries.jsonl.gz");
  }

  @Test
  void aPlanReadsBackFromItsSpl() throws IOException {
    RoundTrip trip = new RoundTrip(compiler::searchStages);
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

  private List<SplSource> texts() throws IOException {
    List<SplSource> texts = new ArrayList<>();
    content.detections().forEach(detection -> texts.add(detection.search()));
    lines().stream()
        .filter(ConformanceTest::isSearch)
        .forEach(line -> texts.add(SplSources.of("<spl>", line.getOrDefault("spl", ""))));
    return texts;
  }

  @Test
  void aLayoutMeansTheSameAndIsItsOwnLayout() throws IOException {
    RoundTrip trip = new RoundTrip(compiler::searchStages);
    List<String> losses = new ArrayList<>();
    long changed = 0;
    for (SplSource text : texts()) {
      Optional<List<Stage>> stages = trip.stages(text);
      if (stages.isPresent()) {
        String layout = SplLayout.of(text);
        losses.addAll(trip.lossOfLayout(text, stages.orElseThrow()));
        changed += layout.equals(text.text()) ? 0 : 1;
      }
    }
    assertThat(losses).isEmpty();
    assertThat(changed).isGreaterThan(1000);
  }

  private List<String> errors(SplSource search) {
    return compiler.compile(search).diagnostics().stream()
        .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
        .filter(each -> !each.message().startsWith("unknown macro")) // refused by name
        .filter(each -> !each.message().equals(WITHOUT_ROWS))
        .map(
            each -> each.location().line() + ":" + each.location().column() + ": " + each.message())
        .toList();
  }

  private static List<Map<String, String>> lines(String file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(SHARED.resolve(file).toFile())),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(texts(line));
      }
    }
    return lines;
  }

  private static Map<String, String> texts(String line) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    return texts;
  }
}
