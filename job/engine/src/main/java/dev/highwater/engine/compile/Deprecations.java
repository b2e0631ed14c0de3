package dev.highwater.engine.compile;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Splunk documents as deprecated: it works, and may be gone with a release to come. The
 * resource {@code platform/deprecated.json} says what it is, since when, and what to use instead
 * (S-1040).
 */
final class Deprecations {

  private static final Map<String, Json> ALL = PlatformFile.read("deprecated.json").byName();

  private Deprecations() {}

  /** Warns of a command. */
  static void checkCommand(CommandCall call, List<Diagnostic> diagnostics) {
    warn("commands", "command", call.name(), call.nameSpan(), diagnostics);
  }

  /** Warns of the data models that the stages of a command read. */
  static void checkDataModels(CommandCall call, List<Stage> stages, List<Diagnostic> diagnostics) {
    for (Stage stage : stages) {
      if (stage instanceof ScanStage scan && scan.scan() instanceof Scan.OfDataset dataset) {
        String whole = dataset.model() + "." + dataset.dataset();
        boolean isWhole = call.arguments().text().contains(whole);
        SourceSpan place = WrittenName.place(call, isWhole ? whole : dataset.model());
        warn("data models", "data model", dataset.model(), place, diagnostics);
      }
    }
  }

  private static void warn(
      String kinds, String kind, String name, SourceSpan place, List<Diagnostic> diagnostics) {
    if (member(member(ALL.get(kinds), name), "since") instanceof Json.Text since) {
      Diagnostic warning =
          Diagnostic.warning(
                  place, "the " + kind + " '" + name + "' is deprecated since " + since.text())
              .withRule("S-1040");
      diagnostics.add(
          member(member(ALL.get(kinds), name), "instead") instanceof Json.Text instead
              ? warning.withHint(instead.text())
              : warning);
    }
  }

  private static @Nullable Json member(@Nullable Json object, String name) {
    return object instanceof Json.Members members ? members.byName().get(name) : null;
  }
}
