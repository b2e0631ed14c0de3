package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplSource;
import java.util.Locale;
import java.util.Set;

/**
 * One setting of a stanza.
 *
 * @param stanza the name of the stanza in which it is written
 * @param source the value as text that knows its place in the file
 */
public record ConfSetting(String stanza, String key, SplSource source) {

  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1");

  public String value() {
    return source.text();
  }

  /**
   * Whether it is a {@code LOOKUP-}, which may be written in any case and without hyphen (S-654).
   */
  public boolean isLookup() {
    return key.regionMatches(true, 0, "LOOKUP", 0, "LOOKUP".length());
  }

  /** Where it is written and under which name: {@code props.conf:7 [stanza] KEY}. */
  public String place() {
    Location start = source.locate(0);
    return start.file() + ":" + start.line() + " [" + stanza + "] " + key;
  }

  /** Whether the value says yes, in any of the words that .conf files have for it. */
  boolean isTrue() {
    return YES.contains(value().toLowerCase(Locale.ROOT));
  }
}
