package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the settings of a source say of how its stream is broken (S-657, S-1310, S-1311). */
final class BreakingReader {

  /** All settings that count. */
  static final Set<String> SETTINGS =
      Set.of(
          "BREAK_ONLY_BEFORE",
          "BREAK_ONLY_BEFORE_DATE",
          "DATETIME_CONFIG",
          "LINE_BREAKER",
          "MAX_EVENTS",
          "MAX_TIMESTAMP_LOOKAHEAD",
          "MUST_BREAK_AFTER",
          "MUST_NOT_BREAK_AFTER",
          "MUST_NOT_BREAK_BEFORE",
          "SHOULD_LINEMERGE",
          "TIME_FORMAT",
          "TIME_PREFIX",
          "TZ");

  /** Settings that say how lines are merged: where one is there, they are. */
  private static final Set<String> OF_MERGING =
      Set.of(
          "BREAK_ONLY_BEFORE",
          "BREAK_ONLY_BEFORE_DATE",
          "MUST_BREAK_AFTER",
          "MUST_NOT_BREAK_AFTER",
          "MUST_NOT_BREAK_BEFORE");

  private final ConfStanza props;
  private final ZoneId zone;

  BreakingReader(ConfStanza props, ZoneId zone) {
    this.props = props;
    this.zone = zone;
  }

  /**
   * How the stream is broken; {@code null} when each line of it is an event.
   *
   * @throws dev.highwater.engine.spl.SplException for a setting that cannot be used
   */
  @Nullable BreakingRules read() {
    String breaker = regex("LINE_BREAKER");
    checkGroup();
    boolean isPlain = breaker == null || breaker.equals(BreakingRules.AT_LINE_ENDS);
    if (isPlain && !merges()) {
      return null;
    }
    return new BreakingRules(
        breaker == null ? BreakingRules.AT_LINE_ENDS : breaker, merges() ? merging() : null);
  }

  private boolean merges() {
    ConfSetting said = said("SHOULD_LINEMERGE");
    return said == null ? OF_MERGING.stream().anyMatch(key -> said(key) != null) : said.isTrue();
  }

  private LineMerging merging() {
    String before = regex("BREAK_ONLY_BEFORE");
    ConfSetting beforeDate = said("BREAK_ONLY_BEFORE_DATE");
    boolean countsTimes = beforeDate == null ? before == null : beforeDate.isTrue();
    return new LineMerging(
        before,
        countsTimes ? TimeSettings.of(props, zone) : null,
        regex("MUST_BREAK_AFTER"),
        regex("MUST_NOT_BREAK_AFTER"),
        regex("MUST_NOT_BREAK_BEFORE"),
        mostLines());
  }

  private int mostLines() {
    ConfSetting setting = said("MAX_EVENTS");
    if (setting == null) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(setting.value()));
    } catch (NumberFormatException e) {
      throw RegexExtraction.fault(setting, "expected a number of lines");
    }
  }

  private void checkGroup() {
    ConfSetting setting = said("LINE_BREAKER");
    if (setting != null && PcrePattern.compileForBytes(setting.value()).groupCount() == 0) {
      throw RegexExtraction.fault(
          setting, "a LINE_BREAKER needs a group: what it matches lies between two events");
    }
  }

  private @Nullable String regex(String key) {
    ConfSetting setting = said(key);
    if (setting == null) {
      return null;
    }
    try {
      PcrePattern.compileForBytes(setting.value());
      return setting.value();
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable ConfSetting said(String key) {
    ConfSetting setting = props.settings().get(key);
    return setting == null || setting.value().isEmpty() ? null : setting;
  }
}
