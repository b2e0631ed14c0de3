package dev.highwater.engine.spec;

import static java.util.Objects.requireNonNull;

import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a case as members of the data models that come with Highwater: {@code :: events}.
 * Their tags stand in a column.
 */
final class SpecEvents {

  private final List<Row> events;
  private final DataModels models;

  private SpecEvents(List<Row> events, Map<String, SpecLookup> lookups) {
    this.events = events;
    this.models =
        DataModels.builtIn(
            DataModels.withIndexMacros(new SpecCatalog()), new Lookups(Map.copyOf(lookups)));
  }

  static @Nullable SpecEvents of(List<SpecSection> given, Map<String, SpecLookup> lookups) {
    return given.stream()
        .filter(section -> section.kind().equals("events"))
        .findFirst()
        .map(section -> new SpecEvents(section.rows(), lookups))
        .orElse(null);
  }

  DataModels dataModels() {
    return models;
  }

  /** The rows of the members, with all fields that searches can name and that have a value. */
  List<Row> of(Scan.OfDataset scan) {
    Dataset dataset = requireNonNull(models.dataset(scan.model(), scan.dataset()));
    List<Row> rows = new ArrayList<>();
    for (Row event : events) {
      Membership membership =
          new Membership(event, RunContext.BEFORE_RUN, SearchExpressionCompiler::compile);
      if (membership.of(dataset).matches(event)) {
        DatasetFields fields = new DatasetFields(dataset, membership);
        Row row = new Row();
        dataset.schema().fields().forEach(name -> row.set(name, fields.get(name)));
        rows.add(row);
      }
    }
    return rows;
  }

  private record Lookups(Map<String, SpecLookup> lookups) implements FixedLookups {

    @Override
    public @Nullable LookupDefinition definition(String name) {
      SpecLookup lookup = lookups.get(name);
      return lookup == null ? null : lookup.definition();
    }

    @Override
    public LookupTable contents(LookupDefinition definition) {
      return requireNonNull(lookups.get(definition.name())).contents();
    }
  }
}
