package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
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
  private final UsableSettings settings;

  /**
   * @param problems told of settings that cannot be used, which then count as not said
   */
  BreakingReader(ConfStanza props, ZoneId zone, Consumer<Diagnostic> problems) {
    this.props = props;
    this.zone = zone;
    this.settings = new UsableSettings(props, problems);
  }

  /** How the stream is broken; {@code null} when each line of it is an event. */
  @Nullable BreakingRules read() {
    String breaker =
        settings.read("LINE_BREAKER", BreakingReader::breaker).orElse(BreakingRules.AT_LINE_ENDS);
    boolean merges = merges();
    return breaker.equals(BreakingRules.AT_LINE_ENDS) && !merges
        ? null
        : new BreakingRules(breaker, merges ? merging() : null);
  }

  private static String breaker(ConfSetting setting) {
    if (PcrePattern.compileForBytes(setting.value()).groupCount() == 0) {
      throw new IllegalArgumentException(
          "a LINE_BREAKER needs a group: what it matches lies between two events");
    }
    return setting.value();
  }

  private boolean merges() {
    return settings
        .truth("SHOULD_LINEMERGE")
        .orElse(OF_MERGING.stream().anyMatch(key -> settings.truth(key).isPresent()));
  }

  private LineMerging merging() {
    String before = settings.regex("BREAK_ONLY_BEFORE");
    boolean countsTimes = settings.truth("BREAK_ONLY_BEFORE_DATE").orElse(before == null);
    return new LineMerging(
        before,
        countsTimes ? TimeSettings.of(props, zone, problem -> {}) : null,
        settings.regex("MUST_BREAK_AFTER"),
        settings.regex("MUST_NOT_BREAK_AFTER"),
        settings.regex("MUST_NOT_BREAK_BEFORE"),
        Math.max(0, settings.read("MAX_EVENTS", UsableSettings::number).orElse(0)));
  }
}
