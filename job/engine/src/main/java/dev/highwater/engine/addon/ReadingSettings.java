package dev.highwater.engine.addon;

import java.util.Set;

/** The settings of props.conf that say how events are read; all others are of their search. */
final class ReadingSettings {

  private static final Set<String> NAMES =
      Set.of(
          "BREAK_ONLY_BEFORE",
          "BREAK_ONLY_BEFORE_DATE",
          "CHARSET",
          "DATETIME_CONFIG",
          "FIELD_DELIMITER",
          "FIELD_NAMES",
          "HEADER_FIELD_LINE_NUMBER",
          "INDEXED_EXTRACTIONS",
          "LINE_BREAKER",
          "LINE_BREAKER_LOOKBEHIND",
          "MAX_EVENTS",
          "MAX_TIMESTAMP_LOOKAHEAD",
          "MUST_BREAK_AFTER",
          "MUST_NOT_BREAK_AFTER",
          "MUST_NOT_BREAK_BEFORE",
          "SHOULD_LINEMERGE",
          "TIMESTAMP_FIELDS",
          "TIME_FORMAT",
          "TIME_PREFIX",
          "TRUNCATE",
          "TZ");

  private ReadingSettings() {}

  static boolean isOne(String key) {
    return NAMES.contains(key) || key.startsWith("TRANSFORMS") || key.startsWith("SEDCMD");
  }
}
