package dev.highwater.engine.addon;

import dev.highwater.engine.spl.SplSource;

/**
 * One setting of a stanza.
 *
 * @param source the value as text that knows its place in the file
 */
public record ConfSetting(String key, SplSource source) {

  public String value() {
    return source.text();
  }
}
