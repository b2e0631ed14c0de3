package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The reference replay against rows that an independent evaluator computed. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class LinuxConformanceTest {

  private static final Path SET =
      Path.of(System.getProperty("highwater.shared", ""), "conformance/linux/set_small");

  @Test
  void findsTheRowsOfTheSmallSet() throws IOException {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(detections(), records(SET.resolve("events.log.gz")).iterator());
    assertThat(result.unparsable()).hasSize(5);
    assertThat(result.findings()).hasSize(82);
  }

  private static DetectionSet detections() {
    ContentPack content = ContentPack.builtIn();
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    return DetectionSet.compile(
        preparation.revision(preparation.prepare(content.detections(), UnaryOperator.identity())),
        ZoneOffset.UTC);
  }

  private static List<RawEvent> records(Path file) throws IOException {
    EventOrigin origin =
        new EventOrigin(
            file.toString(), "h", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", "main");
    List<RawEvent> records = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        records.add(RawEvent.of(origin, records.size(), line));
        line = lines.readLine();
      }
    }
    return records;
  }
}
