package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Settings that mean something to Splunk and nothing here, so that users are told (S-1300). */
final class UnsupportedSettings {

  private static final Map<String, String> OF_PROPS =
      Map.of("METRIC-SCHEMA-TRANSFORMS", "events are not made into metrics");

  private static final Map<String, String> OF_TRANSFORMS =
      Map.of(
          "CLONE_SOURCETYPE", "events are not copied to other sourcetypes",
          "INGEST_EVAL", "nothing is calculated when events are read",
          "METRIC-SCHEMA-MEASURES", "events are not made into metrics",
          "external_cmd", "lookups that are programs are not run",
          "time_field", "lookups do not compare times");

  private UnsupportedSettings() {}

  /** Those in the stanzas of props.conf and transforms.conf. */
  static List<Diagnostic> in(Collection<ConfStanza> props, Collection<ConfStanza> transforms) {
    List<Diagnostic> found = new ArrayList<>();
    props.forEach(stanza -> add(stanza, OF_PROPS, found));
    transforms.forEach(stanza -> add(stanza, OF_TRANSFORMS, found));
    props.forEach(stanza -> addValue(stanza, "KV_MODE", "multi", "tables have no fields", found));
    transforms.forEach(
        stanza ->
            addValue(
                stanza, "KEEP_EMPTY_VALS", "true", "an empty value is no value (S-601)", found));
    return found;
  }

  private static void add(ConfStanza stanza, Map<String, String> known, List<Diagnostic> found) {
    for (ConfSetting setting : stanza.settings().values()) {
      known.forEach(
          (key, why) -> {
            if (setting.key().equals(key) || setting.key().startsWith(key + "-")) {
              found.add(diagnostic(setting, why));
            }
          });
    }
  }

  private static void addValue(
      ConfStanza stanza, String key, String value, String why, List<Diagnostic> found) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting != null && setting.value().equalsIgnoreCase(value)) {
      found.add(diagnostic(setting, why));
    }
  }

  private static Diagnostic diagnostic(ConfSetting setting, String why) {
    SourceSpan span = new SourceSpan(setting.source(), 0, setting.value().length());
    return Diagnostic.unsupported(span, setting.key() + " is not supported: " + why);
  }
}
