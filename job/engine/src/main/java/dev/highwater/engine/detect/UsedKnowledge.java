package dev.highwater.engine.detect;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.SearchCatalog;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A catalog that notes which of its lookups a search names, and whether it asks for places. */
final class UsedKnowledge implements SearchCatalog {

  private final SearchCatalog catalog;
  private final Map<String, LookupDefinition> lookups = new TreeMap<>();
  private boolean usesPlaces;

  UsedKnowledge(SearchCatalog catalog) {
    this.catalog = catalog;
  }

  /** Lookups that were asked for and are there, under the names that the search has for them. */
  Map<String, LookupDefinition> usedLookups() {
    return lookups;
  }

  boolean usesPlaces() {
    return usesPlaces;
  }

  @Override
  public @Nullable LookupDefinition lookup(String name) {
    LookupDefinition definition = catalog.lookup(name);
    if (definition != null) {
      lookups.put(name, definition);
    }
    return definition;
  }

  @Override
  public Set<String> lookups() {
    return catalog.lookups();
  }

  @Override
  public @Nullable DatasetSchema dataset(String model, @Nullable String dataset) {
    return catalog.dataset(model, dataset);
  }

  @Override
  public boolean defines(String model, String dataset) {
    return catalog.defines(model, dataset);
  }

  @Override
  public Set<String> datasets() {
    return catalog.datasets();
  }

  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    return catalog.macro(name, argumentCount);
  }

  @Override
  public Set<String> signatures() {
    return catalog.signatures();
  }

  @Override
  public @Nullable PlaceDatabase places() {
    usesPlaces = true;
    return catalog.places();
  }
}
