package dev.highwater.app.replay;

import dev.highwater.app.options.EventOverrides;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.connectors.file.Compression;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ResolvedInputs;
import java.io.PrintWriter;
import java.util.List;

/** What a replay reads. */
record ReplayInputs(List<InputFile> files, boolean hasErrors) {

  /** Finds the files; all that is wrong with the inputs is printed. */
  static ReplayInputs resolve(ReplayOptions options, PrintWriter err) {
    EventOverrides overrides = options.overrides();
    OriginSettings settings =
        new OriginSettings(
            overrides.host(), overrides.source(), overrides.sourcetype(), overrides.index());
    ResolvedInputs resolved = new InputResolver(settings, System.in).resolve(options.inputs());
    for (InputProblem problem : resolved.problems()) {
      if (problem.isError() || !options.content().quiet()) {
        err.println(problem.render());
      }
    }
    return new ReplayInputs(resolved.files(), resolved.hasErrors());
  }

  /** Bytes on disk, compressed files as they lie there. */
  long bytes() {
    return files.stream().mapToLong(InputFile::size).sum();
  }

  /** Bytes to be read, 0 when compression hides their number. */
  long plainBytes() {
    boolean isPlain = files.stream().allMatch(file -> file.compression() == Compression.NONE);
    return isPlain ? bytes() : 0;
  }
}
