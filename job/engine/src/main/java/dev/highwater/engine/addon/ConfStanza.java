package dev.highwater.engine.addon;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stanza of a .conf file: settings by key, in the order of the file, the last of equal keys
 * holding (S-664).
 *
 * @param name what stands in the brackets; {@code default} for settings before the first stanza
 */
public record ConfStanza(String name, Map<String, ConfSetting> settings) {

  private static final Set<String> TRUE = Set.of("1", "true", "t", "yes", "y");

  /** The setting's value, {@code null} when it is not set. */
  public @Nullable String value(String key) {
    ConfSetting setting = settings.get(key);
    return setting == null ? null : setting.value();
  }

  /** Whether a setting says yes, in any of the words that .conf files have for it. */
  public boolean isTrue(String key, boolean usual) {
    String value = value(key);
    if (value == null || value.isEmpty()) {
      return usual;
    }
    return TRUE.contains(value.toLowerCase(Locale.ROOT));
  }

  /** The settings whose keys pass the test. */
  ConfStanza only(Predicate<String> test) {
    Map<String, ConfSetting> kept = new LinkedHashMap<>(settings);
    kept.keySet().removeIf(test.negate());
    return new ConfStanza(name, kept);
  }

  /** This stanza with the settings of {@code other} over its own. */
  public ConfStanza overlaidBy(ConfStanza other) {
    Map<String, ConfSetting> merged = new LinkedHashMap<>(settings);
    merged.putAll(other.settings);
    return new ConfStanza(name, merged);
  }
}
