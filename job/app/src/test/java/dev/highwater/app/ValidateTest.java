package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {

  private static final String SAMPLES = "../../datasets/content";
  private static final String STORY =
      """
      name: Story
      id: 44444444-4444-4444-8444-444444444444
      version: 1
      date: '2026-13-05'
      author: Somebody
      description: What it is.
      narrative: How it goes.
      tags:
        category: [Malwear]
        product: [Splunk Enterprise]
        usecase: Compliance
      """;

  @TempDir private Path folder;

  @Test
  void theSampleContentHasNoFault() {
    EmbeddedRun run = EmbeddedRun.of("validate", SAMPLES);

    assertThat(run.out()).matches("[0-9]+ files: 0 errors, 0 warnings\n");
    assertThat(run.code()).isZero();
  }

  /** Each error of a whole checkout can be shown: a table that only a baseline writes. */
  @Test
  @EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
  void securityContentHasTheErrorsThatItHas() throws IOException {
    Path content = Path.of(System.getProperty("highwater.shared", ""), "corpus", "escu");

    EmbeddedRun run = EmbeddedRun.of("validate", "--format", "json", content.toString());

    List<String> errors =
        run.out()
            .lines()
            .filter(line -> line.contains("\"severity\":\"error\""))
            .map(line -> messageOf(line, content))
            .toList();
    assertThat(errors)
        .hasSize(6)
        .allMatch(each -> each.matches("baselines/deprecated/.*: unknown lookup '.*'"));
  }

  private static String messageOf(String line, Path content) {
    try {
      Map<String, Object> file = JsonTree.object(line);
      Map<?, ?> first = JsonTree.objects(JsonTree.of(file, "diagnostics")).get(0);
      Path path = content.relativize(Path.of(JsonTree.of(file, "file").toString()));
      return path + ": " + JsonTree.of(first, "message");
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void tellsAllErrorsWithTheirPlaces() throws IOException {
    write();

    EmbeddedRun run = EmbeddedRun.of("validate", folder.toString());

    assertThat(run.out().replace(folder.toString(), "F"))
        .isEqualTo(
            """
            F/stories/story.yml:4:7: 'date' must be a day such as 2026-03-05, not '2026-13-05'   [S-2023]
              | date: '2026-13-05'
                      ^
            F/stories/story.yml:9:14: 'category' has no value 'Malwear'. Did you mean 'Malware'?   [S-2024]
              |   category: [Malwear]
                             ^
            1 file: 2 errors, 0 warnings
            """);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void hasTheFormatsOfLint() throws IOException {
    write();

    EmbeddedRun github = EmbeddedRun.of("validate", "--format", "github", folder.toString());
    EmbeddedRun sarif = EmbeddedRun.of("validate", "--format", "sarif", folder.toString());

    assertThat(github.out().replace(folder.toString(), "F"))
        .startsWith("::error file=F/stories/story.yml,line=4,col=7,title=Story::'date' must be");
    assertThat(sarif.out()).contains("\"ruleId\":\"S-2023\"", "\"startLine\":9");
  }

  @Test
  void aFileIsReadWithTheContentThatItLiesIn() {
    EmbeddedRun run =
        EmbeddedRun.of("validate", SAMPLES + "/detections/web/rare_user_agent_on_a_web_server.yml");

    assertThat(run.out()).isEqualTo("1 file: 0 errors, 0 warnings\n");
  }

  @Test
  void whatIsNoFolderOfContentIsAnError() {
    EmbeddedRun nothing = EmbeddedRun.of("validate", folder.resolve("nothing").toString());
    EmbeddedRun empty = EmbeddedRun.of("validate", folder.toString());

    assertThat(nothing.out()).contains("nothing:1:1: does not exist");
    assertThat(empty.out()).contains("holds no content");
    assertThat(List.of(nothing.code(), empty.code())).containsOnly(1);
    assertThat(EmbeddedRun.of("validate").code()).isEqualTo(2);
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.writeString(folder.resolve("stories/story.yml"), STORY);
  }
}
