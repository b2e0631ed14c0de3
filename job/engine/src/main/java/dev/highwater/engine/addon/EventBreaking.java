package dev.highwater.engine.addon;

import dev.highwater.engine.spl.SplSources;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a source's stream is broken into events where not every line of it is one: the settings of
 * props.conf that say so, as they are written, so that they can travel.
 *
 * @param settings those that count (S-657)
 * @param zone of times that name none
 */
public record EventBreaking(Map<String, String> settings, String zone) implements Serializable {

  /** Bytes before an offset that decide whether a break ends there, where breaks are local. */
  public static final int BYTES_BEFORE = 2;

  /** Most bytes that decide about a place, so many have to be seen again where reading goes on. */
  public static final int BYTES_TO_DECIDE = 2 * BreakingRules.SEEN_BYTES + BYTES_BEFORE;

  public EventBreaking {
    settings = Map.copyOf(settings);
  }

  static EventBreaking of(ConfStanza props, ZoneId zone) {
    Map<String, String> settings = new TreeMap<>();
    props.settings().forEach((key, setting) -> settings.put(key, setting.value()));
    settings.keySet().retainAll(BreakingReader.SETTINGS);
    return new EventBreaking(settings, zone.getId());
  }

  /** Finds events one behind the other. */
  public EventBreaker breaker() {
    return rules().breaker();
  }

  /** Whether reading may begin anywhere, as no break depends on what lies far before it. */
  public boolean isLocal() {
    return rules().isLocal();
  }

  private BreakingRules rules() {
    Map<String, ConfSetting> all = new LinkedHashMap<>();
    settings.forEach(
        (key, value) -> all.put(key, new ConfSetting("", key, SplSources.of(key, value))));
    return Objects.requireNonNull(
        new BreakingReader(new ConfStanza("", all), ZoneId.of(zone), problem -> {}).read());
  }
}
