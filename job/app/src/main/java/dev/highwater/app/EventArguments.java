package dev.highwater.app;

import dev.highwater.app.options.EventOverrides;
import dev.highwater.connectors.file.InputFormat;
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

  @Option(
      names = "--input-format",
      paramLabel = "F",
      description =
          "What the files are: lines, events (as the sourcetype breaks them), json (values or an"
              + " array), hec (envelopes), csv (names in the first line), raw-events. Default: what"
              + " the sourcetype says, else the beginning of the file. (--format is how results are"
              + " printed.)")
  private @Nullable InputFormat format;

  EventOverrides overrides() {
    return new EventOverrides(sourcetype, source, host, index, format);
  }
}
