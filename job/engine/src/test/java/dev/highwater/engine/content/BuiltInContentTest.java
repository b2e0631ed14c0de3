package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInContentTest {

  @Test
  void holdsOneDetectionWithAllThatItNeeds() {
    ContentPack pack = ContentPack.builtIn();

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.detections()).hasSize(1);
    Detection detection = pack.detections().get(0);
    assertThat(detection.searchName())
        .isEqualTo("ESCU - Linux Service File Created In Systemd Directory - Rule");
    assertThat(detection.risk().impact()).isEqualTo(OptionalInt.of(80));
    assertThat(detection.risk().confidence()).isEqualTo(OptionalInt.of(80));
    assertThat(detection.risk().riskObjects())
        .containsExactly(
            new RiskObject(
                "dest",
                RiskObjectType.SYSTEM,
                64,
                "A service file named as $file_path$ is created in systemd folder on $dest$"));
    assertThat(pack.scheduleOf(detection, ZoneOffset.UTC))
        .hasToString("0 * * * * -70m@m..-10m@m Z");
    assertThat(pack.raisesRisk(detection)).isTrue();
    assertThat(pack.stories().keySet()).containsAll(detection.analyticStories());
    assertThat(pack.dataSources().keySet()).containsAll(detection.dataSources());
    assertThat(pack.signatures())
        .contains(
            "security_content_summariesonly",
            "summariesonly_config",
            "oldsummaries_config",
            "fillnull_config",
            "security_content_ctime(1)",
            "drop_dm_object_name(1)",
            "ut_shannon(1)",
            detection.filterMacro());
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "platform"})
  void theIndexListsEveryFile(String name) throws IOException {
    Path folder = Path.of("src/main/resources", name);
    List<String> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.map(file -> folder.relativize(file).toString())
              .filter(file -> file.endsWith(".yml"))
              .sorted()
              .toList();
    }

    assertThat(new ResourceFolder(name).text(ResourceFolder.INDEX).lines().toList())
        .isEqualTo(files);
  }
}
