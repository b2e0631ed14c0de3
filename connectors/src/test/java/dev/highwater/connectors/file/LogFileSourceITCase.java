package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.FailOnce;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileSourceITCase {

  private static final int LINES = 60_000;
  private static final NumberedLines CONTENT = NumberedLines.of(LINES);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir static Path directory;

  private static InputFile plain;
  private static InputFile packed;

  @BeforeAll
  static void writeFiles() throws IOException {
    plain = file("plain.log", CONTENT.content(), Compression.NONE);
    packed = file("packed.log.gz", CONTENT.gzip(), Compression.GZIP);
  }

  @ParameterizedTest
  @CsvSource({"BATCH,1", "BATCH,2", "BATCH,4", "STREAMING,1", "STREAMING,2", "STREAMING,4"})
  void readsEveryLineOnce(RuntimeExecutionMode mode, int parallelism) throws Exception {
    StreamExecutionEnvironment env = environment(mode);
    DataStream<RawEvent> events = read(env, parallelism, ReadOrder.BIGGEST_FIRST);
    assertThat(tally(events)).containsExactly("once 120000, never 0, more or wrong 0, attempt 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void losesAndRepeatsNothingWhenTheJobRestartsInTheMiddle(int parallelism) throws Exception {
    StreamExecutionEnvironment env = environment(RuntimeExecutionMode.STREAMING);
    env.enableCheckpointing(20);
    DataStream<RawEvent> events =
        read(env, parallelism, ReadOrder.AS_GIVEN)
            .map(new FailOnce<>(LINES / 3))
            .returns(RawEventTypeInfo.INSTANCE)
            .setParallelism(parallelism);
    assertThat(tally(events)).containsExactly("once 120000, never 0, more or wrong 0, attempt 1");
  }

  private static List<String> tally(DataStream<RawEvent> events) throws Exception {
    TallyLines tally =
        new TallyLines(CONTENT.offsets(), plain.origin().input(), packed.origin().input());
    DataStream<String> result =
        events.transform("tally", Types.STRING, tally).setParallelism(1).setMaxParallelism(1);
    return result.executeAndCollect(2);
  }

  private static DataStream<RawEvent> read(
      StreamExecutionEnvironment env, int parallelism, ReadOrder order) {
    LogFileSource source =
        LogFileSource.of(List.of(packed, plain))
            .order(order)
            .splitBytes(1_000_003)
            .limits(new FramingLimits(64 * 1024, 1024 * 1024))
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "log files")
        .setParallelism(parallelism);
  }

  private static StreamExecutionEnvironment environment(RuntimeExecutionMode mode) {
    Configuration config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(config);
    env.setRuntimeMode(mode);
    return env;
  }

  private static InputFile file(String name, byte[] content, Compression compression)
      throws IOException {
    Path path = Files.write(directory.resolve(name), content);
    EventOrigin origin = new EventOrigin(name, "h", name, "test", "main");
    return new InputFile(path, origin, compression, RecordFormat.LINES, content.length);
  }
}
