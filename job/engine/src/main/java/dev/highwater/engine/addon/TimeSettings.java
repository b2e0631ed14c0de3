package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import java.time.DateTimeException;
import java.time.ZoneId;
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

  /** Values of {@code DATETIME_CONFIG} that take the clock for the time of an event (S-1305). */
  private static final Set<String> CLOCK = Set.of("NONE", "CURRENT");

  /**
   * What the settings of a source say.
   *
   * @throws dev.highwater.engine.spl.SplException for a setting that cannot be used
   */
  static TimeSettings of(ConfStanza props, ZoneId defaultZone) {
    ZoneId zone = zone(said(props, "TZ"), defaultZone);
    if (CLOCK.contains(String.valueOf(props.value("DATETIME_CONFIG")))) {
      return new TimeSettings(null, null, DEFAULT_LOOKAHEAD, zone.getId());
    }
    return new TimeSettings(
        checked(said(props, "TIME_PREFIX"), PcrePattern::compileForBytes),
        checked(said(props, "TIME_FORMAT"), text -> new TimestampFormat(text, zone)),
        lookahead(said(props, "MAX_TIMESTAMP_LOOKAHEAD")),
        zone.getId());
  }

  private static @Nullable ConfSetting said(ConfStanza props, String key) {
    ConfSetting setting = props.settings().get(key);
    return setting == null || setting.value().isEmpty() ? null : setting;
  }

  private static @Nullable String checked(@Nullable ConfSetting setting, Consumer<String> use) {
    if (setting == null) {
      return null;
    }
    try {
      use.accept(setting.value());
      return setting.value();
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  private static int lookahead(@Nullable ConfSetting setting) {
    if (setting == null) {
      return DEFAULT_LOOKAHEAD;
    }
    try {
      int bytes = Integer.parseInt(setting.value());
      return bytes <= 0 ? Integer.MAX_VALUE : bytes;
    } catch (NumberFormatException e) {
      throw RegexExtraction.fault(setting, "expected a number of characters");
    }
  }

  private static ZoneId zone(@Nullable ConfSetting setting, ZoneId defaultZone) {
    if (setting == null) {
      return defaultZone.normalized();
    }
    try {
      return ZoneId.of(setting.value()).normalized();
    } catch (DateTimeException e) {
      throw RegexExtraction.fault(setting, "unknown time zone '" + setting.value() + "'");
    }
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
