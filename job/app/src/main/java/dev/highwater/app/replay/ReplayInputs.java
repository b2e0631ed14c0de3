package dev.highwater.app.replay;

import dev.highwater.app.catalog.Apps;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EventOverrides;
import dev.highwater.connectors.file.Compression;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ResolvedInputs;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.event.EventOrigin;
import java.io.PrintWriter;
import java.util.List;

/** What a job over recorded data reads. */
public record ReplayInputs(List<InputFile> files, boolean hasErrors) {

  /**
   * Finds the files and how their sourcetypes break them into events; all that is wrong with the
   * inputs is printed.
   */
  public static ReplayInputs resolve(
      List<String> inputs, EventOverrides overrides, ContentOptions content, PrintWriter err) {
    OriginSettings settings =
        new OriginSettings(
            overrides.host(), overrides.source(), overrides.sourcetype(), overrides.index());
    AddOnLibrary addOns = Apps.forReading(content);
    ResolvedInputs resolved =
        new InputResolver(settings, System.in, overrides.format(), addOns::formatOf)
            .resolve(inputs);
    for (InputProblem problem : resolved.problems()) {
      if (problem.isError() || !content.quiet()) {
        err.println(problem.render());
      }
    }
    return new ReplayInputs(resolved.files(), resolved.hasErrors());
  }

  /**
   * Says which sourcetypes no add-on knows: their events have hardly any fields, so that nothing is
   * found in them.
   */
  public void warnOfUnknownSourcetypes(AddOnLibrary addOns, PrintWriter err) {
    files.stream()
        .map(InputFile::origin)
        .filter(origin -> !addOns.knows(origin))
        .map(EventOrigin::sourcetype)
        .distinct()
        .sorted()
        .forEach(sourcetype -> err.println("warning: no add-on knows sourcetype " + sourcetype));
  }

  /** Bytes on disk, compressed files as they lie there. */
  public long bytes() {
    return files.stream().mapToLong(InputFile::size).sum();
  }

  /** Bytes to be read, 0 when compression hides their number. */
  public long plainBytes() {
    boolean isPlain = files.stream().allMatch(file -> file.compression() == Compression.NONE);
    return isPlain ? bytes() : 0;
  }
}
