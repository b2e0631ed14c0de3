package dev.highwater.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.schedule.PartitionEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule S-2060. */
class KafkaEndsTest {

  @TempDir private Path directory;

  @Test
  void whoeverAsksIsToldThatTheWatchHasEnded() throws IOException {
    Path file =
        Files.writeString(directory.resolve("client.properties"), "send.buffer.bytes = many\n");
    ClientProperties client = ClientProperties.read("127.0.0.1:1", file);
    IllegalStateException fault = null;
    try (PartitionEnds.Watch watch = new KafkaEnds(client).watch()) {
      long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (fault == null && System.nanoTime() < until) {
        fault = faultOf(watch);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    assertThat(fault)
        .hasMessageStartingWith("Nobody watches any more where the partitions at 127.0.0.1:1 end: ")
        .hasMessageContaining("send.buffer.bytes");
  }

  private static @Nullable IllegalStateException faultOf(PartitionEnds.Watch watch) {
    try {
      var unused = watch.standing(Map.of());
      return null;
    } catch (IllegalStateException e) {
      return e;
    }
  }
}
