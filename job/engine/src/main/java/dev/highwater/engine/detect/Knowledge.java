package dev.highwater.engine.detect;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.SearchCatalog;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The knowledge objects of a job: macros, add-ons, data models. Immutable. */
public final class Knowledge implements SearchCatalog {

  private static final LookupTable NOTHING = new LookupTable(List.of(), List.of());

  private final MacroLibrary macros;
  private final AddOnLibrary addOns;
  private final DataModels dataModels;
  private final Map<String, LookupDefinition> lookups;
  private final Map<String, LookupTable> tables;
  private final @Nullable PlaceDatabase places;

  private Knowledge(
      MacroLibrary macros,
      AddOnLibrary addOns,
      DataModels dataModels,
      Map<String, LookupDefinition> lookups,
      Map<String, LookupTable> tables,
      @Nullable PlaceDatabase places) {
    this.places = places;
    this.tables = Map.copyOf(tables);
    this.lookups = Map.copyOf(lookups);
    this.macros = macros;
    this.addOns = addOns;
    this.dataModels = dataModels;
  }

  /**
   * What comes with Highwater, without lookups.
   *
   * @param macros the macros that searches and data models name
   * @param zone of events that name none
   */
  public static Knowledge builtIn(MacroLibrary macros, ZoneId zone) {
    return builtIn(macros, Map.of(), Map.of(), zone);
  }

  /** What comes with Highwater, with lookups that can be compiled against and hold nothing. */
  public static Knowledge builtIn(
      MacroLibrary macros, Map<String, LookupDefinition> lookups, ZoneId zone) {
    return builtIn(macros, lookups, Map.of(), zone);
  }

  /** What comes with Highwater, with what a revision has. */
  static Knowledge of(ContentRevision revision, ZoneId zone) {
    Map<String, LookupDefinition> definitions = new HashMap<>();
    Map<String, LookupTable> tables = new HashMap<>();
    for (LookupItem item : revision.lookups()) {
      definitions.put(item.name(), item.definition());
      tables.put(item.definition().name(), item.contents());
    }
    return builtIn(revision.macroLibrary(), definitions, tables, zone);
  }

  private static Knowledge builtIn(
      MacroLibrary macros,
      Map<String, LookupDefinition> lookups,
      Map<String, LookupTable> tables,
      ZoneId zone) {
    MacroLibrary all = DataModels.withIndexMacros(macros);
    FixedLookups fixed = new Tables(lookups, tables).or(AddOnReader.lookups());
    return new Knowledge(
        all,
        new AddOnLibrary(AddOnReader.builtIn(), zone, fixed),
        DataModels.builtIn(all, fixed),
        lookups,
        tables,
        null);
  }

  /** The same with a database of places, {@code null} for none. */
  public Knowledge withPlaces(@Nullable PlaceDatabase database) {
    return new Knowledge(macros, addOns, dataModels, lookups, tables, database);
  }

  /** The lookups as add-ons and data models see them. */
  private record Tables(
      Map<String, LookupDefinition> definitions, Map<String, LookupTable> contents)
      implements FixedLookups {

    @Override
    public @Nullable LookupDefinition definition(String name) {
      return definitions.get(name);
    }

    @Override
    public LookupTable contents(LookupDefinition definition) {
      return contents.getOrDefault(definition.name(), NOTHING);
    }
  }

  public AddOnLibrary addOns() {
    return addOns;
  }

  public DataModels dataModels() {
    return dataModels;
  }

  /**
   * The contents of a lookup, {@code null} when there is none of that name.
   *
   * @param name the name in its definition
   */
  @Nullable LookupTable lookupTable(String name) {
    return tables.get(name);
  }

  @Override
  public @Nullable DatasetSchema dataset(String model, @Nullable String dataset) {
    return dataModels.schema(model, dataset);
  }

  @Override
  public boolean defines(String model, String dataset) {
    return dataModels.dataset(model, dataset) != null;
  }

  @Override
  public Set<String> datasets() {
    return dataModels.names();
  }

  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    return macros.macro(name, argumentCount);
  }

  @Override
  public Set<String> signatures() {
    return macros.signatures();
  }

  @Override
  public @Nullable LookupDefinition lookup(String name) {
    return lookups.get(name);
  }

  @Override
  public Set<String> lookups() {
    return lookups.keySet();
  }

  @Override
  public @Nullable PlaceDatabase places() {
    return places;
  }
}
