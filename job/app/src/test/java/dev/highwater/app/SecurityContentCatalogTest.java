package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole of security_content 4.42, where it lies beside the checkout. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class SecurityContentCatalogTest {
  private static final String CONTENT =
      Path.of(System.getProperty("highwater.shared", ""), "corpus", "escu").toString();

  @Test
  void listsEveryDetection() {
    EmbeddedRun run = EmbeddedRun.of("list", "--content", CONTENT, "--format", "json");

    assertThat(run.out().lines()).hasSize(1711);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void explainsTheDetectionThatIsBuiltInAsItself() {
    String name = "Linux Service File Created In Systemd Directory";

    EmbeddedRun builtIn = EmbeddedRun.of("explain", name);

    assertThat(builtIn.out()).contains("\nphysical plan\n  scan        Endpoint.Filesystem\n");
    assertThat(EmbeddedRun.of("explain", "--content", CONTENT, name)).isEqualTo(builtIn);
  }
}
