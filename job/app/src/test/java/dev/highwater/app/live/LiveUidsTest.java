package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.savepoint.OperatorUids;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.flink.JobContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Rule S-2082. */
class LiveUidsTest {

  private static final String BROKERS = "localhost:9092";

  @Test
  void operatorsIntoTopicsHaveTheirNamesForEver() throws IOException {
    assertThat(OperatorUids.of(graph(TrialJob.options(BROKERS, List.of("logs"), "found", null))))
        .isEqualTo(uids("read-topics", "write-topics", "Sink Committer: write-topics"));
  }

  @Test
  void operatorsIntoFilesHaveTheirNamesForEver() throws IOException {
    Path out = Path.of("target", "never-written");
    assertThat(OperatorUids.of(graph(TrialJob.options(BROKERS, List.of("logs"), null, out))))
        .isEqualTo(
            uids("read-topics", "select-lines", "write-files", "Sink Committer: write-files"));
  }

  private static List<String> uids(String... others) {
    List<String> all = new ArrayList<>(OperatorUids.DETECTION);
    Collections.addAll(all, others);
    Collections.sort(all);
    return all;
  }

  private static StreamGraph graph(LiveOptions options) throws IOException {
    LiveStream stream =
        new LiveStream(
            ClientProperties.of(BROKERS),
            Map.of(new TopicPartition("logs", 0), 0L),
            Set.of(),
            Map.of());
    JobContent content =
        JobContent.of(ContentRevision.of(List.of(), List.of(), List.of()), ZoneOffset.UTC);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(LiveJob.settings(options));
    LiveJob.build(environment, options, new LiveInput(stream, TopicMaps.NONE, content, null), null);
    return environment.getStreamGraph();
  }
}
