package dev.highwater.engine.detect;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.plan.SearchCatalog;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The knowledge objects of a job: macros, add-ons, data models. Immutable. */
public final class Knowledge implements SearchCatalog {

  private final MacroLibrary macros;
  private final AddOnLibrary addOns;
  private final DataModels dataModels;
  private final Map<String, LookupDefinition> lookups;

  private Knowledge(
      MacroLibrary macros,
      AddOnLibrary addOns,
      DataModels dataModels,
      Map<String, LookupDefinition> lookups) {
    this.lookups = Map.copyOf(lookups);
    this.macros = macros;
    this.addOns = addOns;
    this.dataModels = dataModels;
  }

  /**
   * What comes with Highwater.
   *
   * @param macros the macros that searches and data models name
   * @param zone of events that name none
   */
  public static Knowledge builtIn(MacroLibrary macros, ZoneId zone) {
    return builtIn(macros, Map.of(), zone);
  }

  /** As above, with lookups by name. */
  public static Knowledge builtIn(
      MacroLibrary macros, Map<String, LookupDefinition> lookups, ZoneId zone) {
    return new Knowledge(
        macros, new AddOnLibrary(AddOnReader.builtIn(), zone), DataModels.builtIn(macros), lookups);
  }

  public AddOnLibrary addOns() {
    return addOns;
  }

  public DataModels dataModels() {
    return dataModels;
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
}
