package dev.highwater.connectors.outcome;

import dev.highwater.connectors.codec.OcsfJson;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code ocsf.ndjson}: risk events and notables as Detection Findings. Not safe for use by several
 * threads.
 */
final class OcsfFile implements OutcomeStore {

  private final OrderedLines lines;

  OcsfFile(Path directory) throws IOException {
    Files.createDirectories(directory);
    lines = new OrderedLines(directory.resolve("ocsf.ndjson"));
  }

  @Override
  public void add(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Raised raised) {
      RiskEvent event = raised.event();
      lines.add(event.timeMillis(), event.riskEventId(), OcsfJson.line(event));
    } else if (outcome instanceof Outcome.Notified notified) {
      Notable notable = notified.notable();
      lines.add(notable.timeMillis(), notable.notableId(), OcsfJson.line(notable));
    }
  }

  @Override
  public void release(long untilMillis) throws IOException {
    lines.release(untilMillis);
  }

  @Override
  public void complete() throws IOException {
    release(Long.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
