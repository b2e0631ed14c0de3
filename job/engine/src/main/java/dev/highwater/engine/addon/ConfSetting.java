package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplSource;

/**
 * One setting of a stanza.
 *
 * @param stanza the name of the stanza in which it is written
 * @param source the value as text that knows its place in the file
 */
public record ConfSetting(String stanza, String key, SplSource source) {

  public String value() {
    return source.text();
  }

  /** Where it is written and under which name: {@code props.conf:7 [stanza] KEY}. */
  public String place() {
    Location start = source.locate(0);
    return start.file() + ":" + start.line() + " [" + stanza + "] " + key;
  }
}
