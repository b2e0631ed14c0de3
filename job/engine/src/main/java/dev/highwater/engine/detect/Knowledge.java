package dev.highwater.engine.detect;

import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.content.AddOnLookups;
import dev.highwater.engine.content.AppModels;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The knowledge objects of a job: macros, add-ons, data models. Immutable. */
public final class Knowledge implements SearchCatalog {

  private final MacroLibrary macros;
  private final AddOnLibrary addOns;
  private final DataModels dataModels;
  private final Map<String, LookupDefinition> lookups;
  private final Map<String, LookupTable> tables;
  private final Set<String> ownModels;
  private final AskedMacros modelMacros;
  private final @Nullable PlaceDatabase places;

  private Knowledge(
      MacroLibrary macros,
      AddOnLibrary addOns,
      DataModels dataModels,
      Map<String, LookupDefinition> lookups,
      Map<String, LookupTable> tables,
      Set<String> ownModels,
      AskedMacros modelMacros,
      @Nullable PlaceDatabase places) {
    this.modelMacros = modelMacros;
    this.places = places;
    this.ownModels = Set.copyOf(ownModels);
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
    return builtIn(macros, Map.of(), zone);
  }

  /** What comes with Highwater, with lookups that can be compiled against and hold nothing. */
  public static Knowledge builtIn(
      MacroLibrary macros, Map<String, LookupDefinition> lookups, ZoneId zone) {
    return with(InstalledApps.NONE, macros, lookups, Map.of(), zone);
  }

  /**
   * What a pack and its apps have; its lookups can be compiled against and hold nothing.
   *
   * @param zone of events that name none
   */
  public static Knowledge of(ContentPack pack, ZoneId zone) {
    return with(pack.apps(), pack, pack.lookupDefinitions(), Map.of(), zone);
  }

  /** What a revision and its apps have. */
  static Knowledge of(ContentRevision revision, ZoneId zone) {
    Map<String, LookupDefinition> definitions = new HashMap<>();
    Map<String, LookupTable> tables = new HashMap<>();
    for (LookupItem item : revision.lookups()) {
      definitions.put(item.name(), item.definition());
      tables.put(item.definition().name(), item.contents());
    }
    return with(revision.apps(), revision.macroLibrary(), definitions, tables, zone);
  }

  private static Knowledge with(
      InstalledApps apps,
      MacroLibrary macros,
      Map<String, LookupDefinition> lookups,
      Map<String, LookupTable> tables,
      ZoneId zone) {
    Map<String, String> models = AppModels.texts(apps);
    MacroLibrary all = DataModels.withIndexMacros(macros, models.keySet());
    AddOnLayers layers = AddOnLayers.of(apps);
    FixedLookups fixed = new Tables(lookups, tables, new AddOnLookups(layers));
    AskedMacros asked = new AskedMacros(all);
    return new Knowledge(
        all,
        new AddOnLibrary(layers, zone, fixed, asked),
        DataModels.of(models, asked, fixed, apps.cim()),
        lookups,
        tables,
        models.keySet(),
        asked,
        null);
  }

  /** The same with a database of places, {@code null} for none. */
  public Knowledge withPlaces(@Nullable PlaceDatabase database) {
    return new Knowledge(
        macros, addOns, dataModels, lookups, tables, ownModels, modelMacros, database);
  }

  /**
   * What cannot be used of the add-ons and of the data models that the user brings, each with its
   * place; it is left out.
   */
  public List<Diagnostic> appProblems() {
    List<Diagnostic> problems = new ArrayList<>(addOns.problems());
    problems.addAll(dataModels.problemsOf(ownModels));
    return problems;
  }

  /** The lookups as add-ons and data models see them. */
  private record Tables(
      Map<String, LookupDefinition> definitions,
      Map<String, LookupTable> contents,
      AddOnLookups addOns)
      implements FixedLookups {

    @Override
    public @Nullable LookupDefinition definition(String name) {
      LookupDefinition definition = definitions.get(name);
      return definition == null ? addOns.definition(name) : definition;
    }

    @Override
    public LookupTable contents(LookupDefinition definition) {
      LookupTable own = contents.get(definition.name());
      return own == null ? addOns.contents(definition) : own;
    }
  }

  /** The signatures of the macros that data models and event types have asked for up to now. */
  Set<String> modelMacros() {
    return modelMacros.asked();
  }

  /** The lookups that the datasets look into which a search reads; it does not name them itself. */
  Set<String> lookupsOfDatasets(SearchPlan search) {
    Set<String> names = new TreeSet<>();
    for (ScanPlan plan : search.scans()) {
      if (plan.scan() instanceof Scan.OfDataset scan) {
        Dataset dataset = dataModels.dataset(scan.model(), scan.dataset());
        if (dataset != null) {
          names.addAll(dataset.lookups());
        }
      }
    }
    return names;
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
