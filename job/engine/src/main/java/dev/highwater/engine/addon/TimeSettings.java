package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a sourcetype say their time, as props.conf has it (S-657, S-405). Text, so that
 * it can travel.
 *
 * @param prefix the expression {@code TIME_PREFIX}; {@code null} for the start of the event
 * @param format {@code TIME_FORMAT}; {@code null} where the sourcetype says none
 * @param lookahead bytes behind the prefix within which the time ends, at least 1
 * @param zone of times that name none
 */
record TimeSettings(@Nullable String prefix, @Nullable String format, int lookahead, String zone) {

  private static final int DEFAULT_LOOKAHEAD = 128;

  /** Values of {@code DATETIME_CONFIG} that take the clock for the time of an event (S-1315). */
  private static final Set<String> CLOCK = Set.of("NONE", "CURRENT");

  /**
   * What the settings of a source say.
   *
   * @param problems told of settings that cannot be used, which then count as not said
   */
  static TimeSettings of(ConfStanza props, ZoneId defaultZone, Consumer<Diagnostic> problems) {
    UsableSettings settings = new UsableSettings(props, problems);
    ZoneId zone = settings.read("TZ", TimeSettings::zone).orElse(defaultZone).normalized();
    if (CLOCK.contains(String.valueOf(props.value("DATETIME_CONFIG")))) {
      return new TimeSettings(null, null, DEFAULT_LOOKAHEAD, zone.getId());
    }
    String prefix = settings.regex("TIME_PREFIX");
    String format =
        settings
            .read("TIME_FORMAT", setting -> checked(setting, zone))
            .map(ConfSetting::value)
            .orElse(null);
    int lookahead =
        settings
            .read("MAX_TIMESTAMP_LOOKAHEAD", UsableSettings::number)
            .map(bytes -> bytes <= 0 ? Integer.MAX_VALUE : bytes)
            .orElse(DEFAULT_LOOKAHEAD);
    return new TimeSettings(
        prefix == null ? memberPrefix(props) : prefix, format, lookahead, zone.getId());
  }

  private static ConfSetting checked(ConfSetting setting, ZoneId zone) {
    new TimestampFormat(setting.value(), zone);
    return setting;
  }

  private static ZoneId zone(ConfSetting setting) {
    try {
      return ZoneId.of(setting.value());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("unknown time zone '" + setting.value() + "'", e);
    }
  }

  /** {@code TIMESTAMP_FIELDS} of JSON: the name of the member that has the time (S-1316). */
  private static @Nullable String memberPrefix(ConfStanza props) {
    List<String> fields = ConfWords.of(String.valueOf(props.value("TIMESTAMP_FIELDS")));
    if (props.value("TIMESTAMP_FIELDS") == null
        || fields.isEmpty()
        || !"json".equalsIgnoreCase(props.value("INDEXED_EXTRACTIONS"))) {
      return null;
    }
    String name = fields.get(0).substring(fields.get(0).lastIndexOf('.') + 1);
    return "\"\\Q" + name.replace("\\E", "") + "\\E\"\\s*:\\s*\"?";
  }

  ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  TimestampRule rule() {
    return new TimestampRule(
        prefix == null ? null : new TimePrefix(prefix),
        format == null ? null : new TimestampFormat(format, zoneId()),
        lookahead,
        zoneId());
  }
}
