package dev.highwater.app;

import dev.highwater.app.options.EnabledDetections;
import java.util.List;
import picocli.CommandLine.Option;

/** Which detections run, where the content says for each whether it does. */
final class EnableArguments {

  @Option(
      names = "--enable",
      paramLabel = "NAME|ID|FILE",
      description =
          "Run this one, too, though the content has it disabled; may be a glob, may be repeated.")
  private List<String> names = List.of();

  @Option(names = "--enable-all", description = "Run all detections of the content.")
  private boolean all;

  EnabledDetections enabled() {
    return new EnabledDetections(names, all);
  }
}
