package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code highwater test} by the engine alone and as Flink jobs. Rules S-1980 to S-1982. */
class TestEnginesITCase {

  private static final String TESTED = "src/test/resources/tested";

  @TempDir private Path directory;

  /** Over the dataset that comes with Highwater. */
  @Test
  void bothEnginesGiveTheSameReport() throws IOException {
    String engine = report("engine", "--attack-data=../..");

    assertThat(engine).contains("\"status\":\"passed\"");
    assertThat(report("flink", "--attack-data=../..", "--parallelism=3")).isEqualTo(engine);
  }

  @Test
  void bothEnginesRaiseTheSameRisk() throws IOException {
    String engine = report("engine", "--attack-data=../..", "--integration");

    assertThat(engine).contains("\"risk_object\":\"web-01\"");
    assertThat(report("flink", "--attack-data=../..", "--integration")).isEqualTo(engine);
  }

  /** Expected rows, schedules, seeded lookups and baselines: all tests pass. */
  @Test
  void bothEnginesDoEveryKindOfTest() throws IOException {
    String[] content = {"--content=" + TESTED + "/content", "--attack-data=" + TESTED};
    String engine = report("engine", content);

    assertThat(engine).contains("\"tests\":11,\"passed\":11,").contains("\"late\":1");
    assertThat(report("flink", content)).isEqualTo(engine);
  }

  private String report(String on, String... more) throws IOException {
    Path out = directory.resolve(on);
    List<String> arguments = new ArrayList<>(List.of("test", "--on=" + on, "--quiet"));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    EmbeddedRun.of(arguments.toArray(new String[0]));
    return Files.readString(out.resolve("report.json")).replaceAll("\"milliseconds\":[0-9]+", "");
  }
}
