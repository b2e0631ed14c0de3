package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.connectors.published.PublishedContent;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.flink.OfferedContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S-2114. */
class ContentChoiceTest {

  private static final ContentChoice ALL =
      new ContentChoice(List.of(), List.of(), true, false, "", "", "Z");

  @TempDir private Path directory;

  private static ContentRevision shipped(TrialContent content) {
    ContentOptions options =
        new ContentOptions(
            List.of(content.directory()),
            null,
            null,
            null,
            ZoneOffset.UTC,
            null,
            OutputFormat.TEXT,
            true);
    PrintWriter err = new PrintWriter(Writer.nullWriter());
    return EnabledContent.load(options, List.of(), new EnabledDetections(List.of(), true), err)
        .flatMap(loaded -> ReplayContent.of(loaded, ZoneOffset.UTC, UnaryOperator.identity(), err))
        .orElseThrow()
        .revision();
  }

  private static OfferedContent offered(TrialContent content, ContentChoice choice)
      throws IOException {
    return choice.of(
        new PublishedContent(
            "kafka:rules/", ContentReader.files(content.directory()), Long.MIN_VALUE, true),
        shipped(content),
        null);
  }

  private TrialContent content() {
    return TrialContent.in(directory).detection("one", "*").detection("two", "/etc/*");
  }

  private static List<String> ids(OfferedContent offer) {
    return Objects.requireNonNull(offer.revision()).detections().stream()
        .map(DetectionItem::id)
        .toList();
  }

  @Test
  void whatTheJobBeganWithHasTheSameIdWhenItIsOffered() throws Exception {
    TrialContent content = content();
    OfferedContent offer = offered(content, ALL);
    assertThat(offer.problems()).isEmpty();
    assertThat(Objects.requireNonNull(offer.revision())).isEqualTo(shipped(content));
    assertThat(ContentRevisionCodec.id(Objects.requireNonNull(offer.revision())))
        .isEqualTo(ContentRevisionCodec.id(shipped(content)));
  }

  @Test
  void aDetectionThatDoesNotCompileIsNamedWithItsPlaceAndTheOthersRun() throws Exception {
    OfferedContent offer =
        offered(content().detection("bad", "a", "| tstats count from datamodel=Nope"), ALL);
    assertThat(ids(offer)).containsExactly("one", "two");
    assertThat(offer.refused()).containsExactly("bad");
    assertThat(offer.isWhole()).isTrue();
    assertThat(offer.problems())
        .singleElement()
        .asString()
        .startsWith("kafka:rules/detections/bad.yml:7:");
  }

  @Test
  void aFileThatCannotBeReadLeavesTheContentInPart() throws Exception {
    OfferedContent offer = offered(content().write("detections/torn.yml", "name: [a\n"), ALL);
    assertThat(ids(offer)).containsExactly("one", "two");
    assertThat(offer.isWhole()).isFalse();
    assertThat(offer.problems())
        .singleElement()
        .asString()
        .startsWith("kafka:rules/detections/torn.yml:");
  }

  @Test
  void onlyWhatIsChosenRunsAndNothingIsRefused() throws Exception {
    ContentChoice none = new ContentChoice(List.of(), List.of("x"), false, false, "", "", "Z");
    ContentChoice one = new ContentChoice(List.of("o*"), List.of(), false, false, "", "", "Z");
    assertThat(ids(offered(content(), one))).containsExactly("one");
    assertThat(offered(content(), none).revision()).isNull();
    assertThat(offered(content(), none).problems())
        .containsExactly("kafka:rules/: none of its detections is enabled");
  }
}
