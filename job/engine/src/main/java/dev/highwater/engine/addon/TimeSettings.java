package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
   * @throws SplException for a setting that cannot be used
   */
  static TimeSettings of(ConfStanza props, ZoneId defaultZone) {
    return of(
        props,
        defaultZone,
        problem -> {
          throw new SplException(problem);
        });
  }

  /**
   * The same; a setting that cannot be used counts as not said.
   *
   * @param problems takes what is wrong with such a setting
   */
  static TimeSettings of(ConfStanza props, ZoneId defaultZone, Consumer<Diagnostic> problems) {
    ZoneId zone =
        usable(props, "TZ", TimeSettings::zone, problems).orElse(defaultZone.normalized());
    if (CLOCK.contains(String.valueOf(props.value("DATETIME_CONFIG")))) {
      return new TimeSettings(null, null, DEFAULT_LOOKAHEAD, zone.getId());
    }
    return new TimeSettings(
        usable(props, "TIME_PREFIX", TimeSettings::prefix, problems).orElse(null),
        usable(props, "TIME_FORMAT", setting -> format(setting, zone), problems).orElse(null),
        usable(props, "MAX_TIMESTAMP_LOOKAHEAD", TimeSettings::lookahead, problems)
            .orElse(DEFAULT_LOOKAHEAD),
        zone.getId());
  }

  private static <T> Optional<T> usable(
      ConfStanza props,
      String key,
      Function<ConfSetting, T> reading,
      Consumer<Diagnostic> problems) {
    ConfSetting setting = props.settings().get(key);
    if (setting == null || setting.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(setting));
    } catch (SplException e) {
      problems.accept(e.diagnostic());
      return Optional.empty();
    }
  }

  private static String prefix(ConfSetting setting) {
    return checked(setting, PcrePattern::compileForBytes);
  }

  private static String format(ConfSetting setting, ZoneId zone) {
    return checked(setting, text -> new TimestampFormat(text, zone));
  }

  private static String checked(ConfSetting setting, Consumer<String> use) {
    try {
      use.accept(setting.value());
      return setting.value();
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  private static int lookahead(ConfSetting setting) {
    try {
      int bytes = Integer.parseInt(setting.value());
      return bytes <= 0 ? Integer.MAX_VALUE : bytes;
    } catch (NumberFormatException e) {
      throw RegexExtraction.fault(
          setting, "expected a number of bytes, not '" + setting.value() + "'");
    }
  }

  private static ZoneId zone(ConfSetting setting) {
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
