package dev.highwater.engine.compile;

import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SourceSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the fields through the stages of a pipeline and warns of one that nothing before can give
 * (S-253, S-502, S-925).
 */
final class FieldFlow {

  /** What events of a dataset have besides its fields. */
  private static final Set<String> METADATA =
      Set.of(
          "_time",
          "_indextime",
          "_raw",
          "host",
          "source",
          "sourcetype",
          "index",
          "nodename",
          "splunk_server");

  /** Not meant as fields: a NULL that is written as a name, a filter that looks at the raw text. */
  private static final Set<String> EXEMPT = Set.of("null", "_raw");

  private static final int MAX_WARNINGS = 100;

  private final SearchCatalog catalog;
  private final List<Diagnostic> diagnostics;
  private RowFields fields;
  private boolean isOfDataset;
  private int warnings;

  /**
   * @param before the fields that the first command may find
   */
  FieldFlow(SearchCatalog catalog, RowFields before, List<Diagnostic> diagnostics) {
    this.catalog = catalog;
    this.fields = before;
    this.diagnostics = diagnostics;
  }

  /** What is there behind all that has passed. */
  RowFields fields() {
    return fields;
  }

  /** A command that could not be read: anything may come out of it. */
  void passUnknown() {
    fields = RowFields.UNKNOWN;
  }

  void pass(CommandCall call, List<Stage> stages) {
    for (Stage stage : stages) {
      if (stage instanceof ScanStage scan) {
        start(scan);
        check(call, scan.filter().beforeRun().reads());
      } else {
        check(call, stage.expects());
        fields = fields.after(stage);
        isOfDataset &= stage.type() != CommandType.TRANSFORMING;
      }
    }
  }

  private void start(ScanStage scan) {
    fields = RowFields.UNKNOWN;
    isOfDataset = false;
    if (scan.scan() instanceof Scan.OfDataset dataset) {
      DatasetSchema schema = catalog.dataset(dataset.model(), dataset.dataset());
      if (schema != null) {
        fields = RowFields.of(FieldSet.of(schema.fields()).and(FieldSet.of(METADATA)));
        isOfDataset = true;
      }
    }
  }

  private void check(CommandCall call, FieldSet read) {
    for (String name : read.names()) {
      if (warnings < MAX_WARNINGS
          && !EXEMPT.contains(name)
          && name.indexOf('*') < 0
          && !fields.mayHave(name)) {
        warn(name, WrittenName.place(call, name));
      }
    }
  }

  private void warn(String name, SourceSpan place) {
    Location location = place.location();
    if (diagnostics.stream().anyMatch(known -> known.location().equals(location))) {
      return;
    }
    Diagnostic warning =
        isOfDataset
            ? Diagnostic.warning(place, "the data model has no field '" + name + "'")
                .withRule(name.indexOf('.') < 0 ? "S-253" : "S-502")
            : Diagnostic.warning(place, "no step before this one gives the field '" + name + "'")
                .withRule("S-925");
    warnings++;
    String hint = hint(name);
    diagnostics.add(hint == null ? warning : warning.withHint(hint));
  }

  private @Nullable String hint(String name) {
    String renamed = fields.newName(name);
    if (renamed != null && fields.mayHave(renamed)) {
      return "It was renamed to '" + renamed + "'";
    }
    String meant = fields.nearest(name);
    return meant == null ? null : "Did you mean '" + meant + "'?";
  }
}
