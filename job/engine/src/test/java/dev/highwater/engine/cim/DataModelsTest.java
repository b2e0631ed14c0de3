package dev.highwater.engine.cim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data models that come with Highwater. */
class DataModelsTest {

  private static final DataModels MODELS = builtIn(TestModels.NO_MACROS);

  /** Datasets whose events nobody describes in public: reports of the platform, no events. */
  private static final Set<String> KNOWN_BY_NAME =
      Set.of(
          "Splunk_Audit.Datamodel_Acceleration",
          "Splunk_Audit.Web_Service_Errors",
          "Updates.Update_Errors");

  private static DataModels builtIn(MacroLibrary macros) {
    return DataModels.builtIn(DataModels.withIndexMacros(macros), FixedLookups.NONE);
  }

  static Set<String> names() {
    return MODELS.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void constraintsAndCalculationsCompile(String name) {
    int dot = name.indexOf('.');
    Dataset dataset = MODELS.dataset(name.substring(0, dot), name.substring(dot + 1));
    assertThat(dataset == null).as("known by name only").isEqualTo(KNOWN_BY_NAME.contains(name));
    if (dataset != null) {
      assertThat(dataset.schema().fields()).contains("_time").hasSizeGreaterThan(4);
      assertThat(TestModels.isMember(dataset, TestModels.event("tag", "none"))).isFalse();
    }
  }

  @Test
  void everyFileIsListed() throws IOException {
    Path folder = Path.of("src", "main", "resources", "datamodels");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".json"))
                  .map(name -> name.substring(0, name.length() - ".json".length())))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("index")));
    }
  }

  static List<String> reads() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "cim", "escu-reads.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("reads")
  void whatDetectionsReadIsThere(String line) {
    List<String> words = List.of(line.split(" "));
    int dot = words.get(0).indexOf('.');
    String model = words.get(0).substring(0, dot);
    DatasetSchema dataset =
        TestModels.dataset(MODELS, model, words.get(0).substring(dot + 1)).schema();
    String root = dataset.path().replaceFirst("\\..*", "") + ".";
    List<String> missing = new ArrayList<>();
    for (String field : words.subList(1, words.size())) {
      boolean isExpected = !field.startsWith("!");
      String name = root + field.substring(isExpected ? 0 : 1);
      if (dataset.fields().contains(name) != isExpected) {
        missing.add(field);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aDatasetIsFoundByItsPathAndAModelByItsFirstDataset() {
    assertThat(MODELS.dataset("Change", "All_Changes.Account_Management"))
        .isSameAs(MODELS.dataset("Change", "Account_Management"));
    assertThat(requireNonNull(MODELS.schema("Endpoint", null)).dataset()).isEqualTo("Processes");
    assertThat(MODELS.dataset("Change", "Nothing")).isNull();
    assertThat(MODELS.schema("Nothing", null)).isNull();
    assertThat(MODELS.names()).contains("Risk.All_Risk", "Web.Proxy", "Splunk_Audit.View_Activity");
  }

  /** S-501. */
  @Test
  void whatIsSaidOfIndexesHolds() {
    DataModels narrowed =
        builtIn(
            new MacroLibrary() {
              @Override
              public @Nullable MacroDefinition macro(String name, int argumentCount) {
                return name.equals("cim_Web_indexes")
                    ? new MacroDefinition(
                        name, List.of(), SplSources.of(name, "(index=web)"), false)
                    : null;
              }

              @Override
              public Set<String> signatures() {
                return Set.of("cim_Web_indexes");
              }
            });
    Dataset web = TestModels.dataset(narrowed, "Web", "Web");
    assertThat(TestModels.isMember(web, TestModels.event("tag", "web", "index", "web"))).isTrue();
    assertThat(TestModels.isMember(web, TestModels.event("tag", "web", "index", "x"))).isFalse();
    Dataset alerts = TestModels.dataset(narrowed, "Alerts", "Alerts");
    assertThat(TestModels.isMember(alerts, TestModels.event("tag", "alert", "index", "x")))
        .isTrue();
  }

  @Test
  void theMacrosOfIndexesAreKnown() {
    MacroLibrary macros = DataModels.withIndexMacros(TestModels.NO_MACROS);
    assertThat(macros.signatures()).contains("cim_Endpoint_indexes", "cim_Network_Traffic_indexes");
    assertThat(macros.macro("cim_Endpoint_indexes", 1)).isNull();
    assertThat(macros.macro("cim_Nothing_indexes", 0)).isNull();
  }

  @Test
  void aModelIsReadWhenItIsAskedFor() {
    List<String> read = new ArrayList<>();
    DataModels models =
        new DataModels(
            Set.of("A", "B"),
            model -> {
              read.add(model);
              return """
                  {"modelName": "%s", "objects": [
                    {"objectName": "x", "parentName": "BaseEvent", "constraints": [{"search": "x"}]}]}
                  """
                  .formatted(model);
            },
            TestModels.NO_MACROS,
            FixedLookups.NONE,
            CimVersion.USUAL);
    assertThat(models.schema("C", null)).isNull();
    assertThat(read).isEmpty();
    assertThat(models.dataset("B", "x")).isSameAs(models.dataset("B", null));
    assertThat(read).containsExactly("B");
  }
}
