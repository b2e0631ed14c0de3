package dev.highwater.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.flink.JobContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayJobTest {

  @TempDir private Path directory;

  private StreamGraph graph(RuntimeMode mode) throws IOException {
    Path log = Files.writeString(directory.resolve("a.log"), "x\n");
    ReplayCase replay = ReplayCase.of(mode, 2, log.toString());
    List<InputFile> files = replay.files(InputStream.nullInputStream());
    ReplayOptions options = replay.options(directory);
    return ReplayJob.graph(
        options,
        files,
        JobContent.of(ReplayCase.content(options, files).revision(), ZoneOffset.UTC));
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void givesEveryOperatorAUidThatSavepointsKnowItBy(RuntimeMode mode) throws IOException {
    assertThat(graph(mode).getStreamNodes().stream().map(StreamNode::getTransformationUID))
        .containsExactlyInAnyOrder(
            "read-files",
            "parse-events",
            "route-detections",
            "aggregate-slices",
            "run-searches",
            "throttle-findings",
            "raise-findings",
            "route-risk",
            "aggregate-slices-risk",
            "run-searches-risk",
            "throttle-findings-risk",
            "raise-findings-risk",
            "write-files");
  }

  @ParameterizedTest
  @EnumSource(RuntimeMode.class)
  void hasNoGenericTypes(RuntimeMode mode) throws IOException {
    StreamGraph graph = graph(mode);

    assertThat(graph.getJobConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(graph.getStreamNodes().stream().map(StreamNode::getTypeSerializerOut))
        .doesNotHaveAnyElementsOfTypes(KryoSerializer.class);
  }
}
