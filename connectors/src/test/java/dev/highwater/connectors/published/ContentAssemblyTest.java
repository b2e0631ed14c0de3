package dev.highwater.connectors.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule S-2115. */
class ContentAssemblyTest {

  private final ContentAssembly assembly = new ContentAssembly("kafka:rules/");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ContentManifest manifest(Map<String, String> files) {
    TreeMap<String, byte[]> all = new TreeMap<>();
    files.forEach((path, text) -> all.put(path, bytes(text)));
    return ContentManifest.of(new PublishedContent("x/", all, 7, false));
  }

  private void file(String path, String text) {
    assembly.file(path, bytes(text));
  }

  private @Nullable Map<String, String> taken() {
    PublishedContent content = assembly.take();
    if (content == null) {
      return null;
    }
    Map<String, String> texts = new TreeMap<>();
    content
        .files()
        .forEach((path, file) -> texts.put(path, new String(file, StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void isWholeWhenAllFilesAreHereWhicheverComeFirst() {
    file("a", "1");
    assertThat(taken()).isNull();
    assembly.manifest(manifest(Map.of("a", "1", "b", "2")));
    assertThat(taken()).isNull();
    file("b", "2");
    assertThat(taken()).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void isGivenOnce() {
    file("a", "1");
    assembly.manifest(manifest(Map.of("a", "1")));
    assertThat(taken()).isNotNull();
    assertThat(taken()).isNull();
    assembly.manifest(manifest(Map.of("a", "1")));
    assertThat(taken()).isNull();
  }

  @Test
  void waitsForTheManifestThatAChangedFileBelongsTo() {
    file("a", "1");
    assembly.manifest(manifest(Map.of("a", "1")));
    file("a", "2");
    assertThat(taken()).isNull();
    assembly.manifest(manifest(Map.of("a", "2")));
    assertThat(taken()).isEqualTo(Map.of("a", "2"));
  }

  @Test
  void hasOnlyWhatTheManifestNames() {
    file("a", "1");
    file("b", "2");
    assembly.manifest(manifest(Map.of("a", "1")));
    assertThat(taken()).isEqualTo(Map.of("a", "1"));
    assembly.file("a", null);
    assembly.manifest(manifest(Map.of("a", "1", "b", "2")));
    assertThat(taken()).isNull();
  }

  @Test
  void aManifestIsReadAsItWasWritten() {
    ContentManifest manifest = manifest(Map.of("detections/a \"b\".yml", "1"));
    assertThat(ContentManifest.parse(manifest.json())).isEqualTo(manifest);
    ContentManifest plain = new ContentManifest(new TreeMap<>(), Long.MIN_VALUE, true);
    assertThat(ContentManifest.parse(plain.json())).isEqualTo(plain);
    assertThat(ContentManifest.parse(bytes("[1]"))).isNull();
    assertThat(Objects.requireNonNull(ContentManifest.parse(manifest.json())).finishes()).isFalse();
  }
}
