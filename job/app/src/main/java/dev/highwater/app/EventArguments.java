package dev.highwater.app;

import dev.highwater.app.options.EventOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where events are said to come from, in place of what the input says. */
final class EventArguments {

  @Option(
      names = "--sourcetype",
      paramLabel = "S",
      description = "Sourcetype of all events, in place of the manifest's.")
  private @Nullable String sourcetype;

  @Option(names = "--source", paramLabel = "S", description = "Source of all events.")
  private @Nullable String source;

  @Option(names = "--host", paramLabel = "H", description = "Host of all events.")
  private @Nullable String host;

  @Option(names = "--index", paramLabel = "I", description = "Index of all events.")
  private @Nullable String index;

  EventOverrides overrides() {
    return new EventOverrides(sourcetype, source, host, index);
  }
}
