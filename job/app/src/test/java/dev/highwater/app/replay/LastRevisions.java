package dev.highwater.app.replay;

import dev.highwater.app.JsonTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a consumer has who keeps the last revision of each id, and nothing of what is withdrawn. By
 * id; what tells how it came about is left out: status, revision, and which events it was made of.
 */
record LastRevisions(
    Map<String, Object> findings, Map<String, Object> risk, Map<String, Object> notables) {

  static LastRevisions of(ReplayFiles files) throws IOException {
    return new LastRevisions(
        last(ReplayFiles.withoutProvenance(files.findings()), "finding_id"),
        last(files.risk(), "risk_event_id"),
        last(files.notables(), "notable_id"));
  }

  private static Map<String, Object> last(List<String> lines, String id) throws IOException {
    Map<String, Map<String, Object>> last = new TreeMap<>();
    for (String line : lines) {
      Map<String, Object> said = JsonTree.object(line);
      Map<String, Object> before = last.get(String.valueOf(said.get(id)));
      if (before == null || revision(before) < revision(said)) {
        last.put(String.valueOf(said.get(id)), said);
      } else if (revision(before) == revision(said)) {
        throw new AssertionError("two of one revision: " + before + " and " + said);
      }
    }
    Map<String, Object> kept = new TreeMap<>();
    last.forEach(
        (key, said) -> {
          if (!"withdrawn".equals(said.remove("status"))) {
            said.remove("revision");
            kept.put(key, said);
          }
        });
    return kept;
  }

  private static int revision(Map<String, Object> said) {
    return Integer.parseInt(String.valueOf(Objects.requireNonNull(said.get("revision"))));
  }
}
