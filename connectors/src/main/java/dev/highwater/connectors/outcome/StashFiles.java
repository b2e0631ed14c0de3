package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.StashText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code risk.stash} and {@code notables.stash}: events as Splunk's actions leave them for it to
 * index, each with a header that says where it belongs (S-703). Not safe for use by several
 * threads.
 */
final class StashFiles implements OutcomeStore {

  private static final String END = "==##~~##~~  1E8N3D4E6V5E7N2T9 ~~##~~##==";

  private final OrderedLines risk;
  private final OrderedLines notables;

  StashFiles(Path directory) throws IOException {
    Files.createDirectories(directory);
    risk = new OrderedLines(directory.resolve("risk.stash"));
    notables = new OrderedLines(directory.resolve("notables.stash"));
  }

  @Override
  public void add(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Raised raised) {
      RiskEvent event = raised.event();
      risk.add(
          event.timeMillis(),
          event.riskEventId(),
          text("risk", event.searchName(), StashText.of(event)));
    } else if (outcome instanceof Outcome.Notified notified) {
      Notable notable = notified.notable();
      notables.add(
          notable.timeMillis(),
          notable.notableId(),
          text("notable", notable.searchName(), StashText.of(notable)));
    }
  }

  private static byte[] text(String index, String source, String event) {
    String quoted = source.replace("\\", "\\\\").replace("\"", "\\\"");
    String header = "***SPLUNK*** index=" + index + " host=highwater source=\"" + quoted + '"';
    return (header + '\n' + END + '\n' + event + '\n').getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void release(long untilMillis) throws IOException {
    risk.release(untilMillis);
    notables.release(untilMillis);
  }

  @Override
  public void complete() throws IOException {
    release(Long.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    try (risk;
        notables) {
      // Each is closed, whatever the other does.
    }
  }
}
