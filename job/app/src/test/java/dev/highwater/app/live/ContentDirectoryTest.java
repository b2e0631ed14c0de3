package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.published.ContentSource;
import dev.highwater.connectors.published.PublishedContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S-2116. */
class ContentDirectoryTest {

  @TempDir private Path directory;

  /** The paths of the content that is given, {@code null} for none. */
  private static @Nullable Set<String> next(ContentSource.Reader reader) throws Exception {
    PublishedContent content = reader.next(Duration.ZERO);
    return content == null ? null : content.files().keySet();
  }

  @Test
  void givesWhatStaysAsItIsForTwoLooksAndSeesChangesAndDeletions() throws Exception {
    TrialContent content = TrialContent.in(directory).detection("one", "*");
    content.write("README.md", "no content");
    try (ContentSource.Reader reader = new ContentDirectory(directory.toString()).open()) {
      assertThat(next(reader)).isNull();
      assertThat(next(reader)).isEqualTo(Set.of("deployments/all.yml", "detections/one.yml"));
      assertThat(next(reader)).isNull();

      content.detection("two", "/etc/*");
      assertThat(next(reader)).isNull();
      content.detection("three", "/etc/*"); // while it is looked at
      assertThat(next(reader)).isNull();
      assertThat(next(reader)).hasSize(4).contains("detections/two.yml", "detections/three.yml");

      Files.delete(directory.resolve("detections/one.yml"));
      assertThat(next(reader)).isNull();
      assertThat(next(reader)).hasSize(3).doesNotContain("detections/one.yml");
    }
  }
}
