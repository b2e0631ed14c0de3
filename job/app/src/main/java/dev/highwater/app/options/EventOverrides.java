package dev.highwater.app.options;

import dev.highwater.connectors.file.InputFormat;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that the command line gives to every event, in place of what a manifest or an event
 * itself says; null leaves a field as it is.
 *
 * @param format what all files are, in place of what their sourcetypes and beginnings say
 */
public record EventOverrides(
    @Nullable String sourcetype,
    @Nullable String source,
    @Nullable String host,
    @Nullable String index,
    @Nullable InputFormat format) {

  /** Without a format. */
  public EventOverrides(
      @Nullable String sourcetype,
      @Nullable String source,
      @Nullable String host,
      @Nullable String index) {
    this(sourcetype, source, host, index, null);
  }
}
