package dev.highwater.engine.spec;

import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What searches in specs can name: a small data model and the macros of everyday content. */
final class SpecCatalog implements SearchCatalog {

  private static final DatasetSchema FILES =
      new DatasetSchema(
          "Endpoint",
          "Filesystem",
          "Filesystem",
          Set.of("_time", "Filesystem.dest", "Filesystem.file_path", "Filesystem.user"));

  private static final DatasetSchema KNOWN_BY_NAME =
      new DatasetSchema(
          "Endpoint", "Registry", "Registry", Set.of("_time", "Registry.registry_path"));

  private static final DatasetSchema DEPRECATED =
      new DatasetSchema(
          "Change_Analysis", "All_Changes", "All_Changes", Set.of("_time", "All_Changes.user"));

  private final Map<String, MacroDefinition> macros = new TreeMap<>();

  private final Map<String, LookupDefinition> lookups;
  private final @Nullable DataModels models;
  private final @Nullable PlaceDatabase places;

  SpecCatalog() {
    this(Map.of(), null, null);
  }

  /**
   * @param models instead of the small one; {@code null} for that
   * @param places what {@code iplocation} knows; {@code null} without
   */
  SpecCatalog(
      Map<String, LookupDefinition> lookups,
      @Nullable DataModels models,
      @Nullable PlaceDatabase places) {
    this.lookups = lookups;
    this.models = models;
    this.places = places;
    define("security_content_summariesonly", "summariesonly=false fillnull_value=null");
    define(
        "security_content_ctime",
        "convert timeformat=\"%Y-%m-%dT%H:%M:%S\" ctime($field$)",
        "field");
    define("ut_shannon", "lookup ut_shannon_lookup word AS $word$", "word");
    define("drop_dm_object_name", "rename \"$object$.*\" as *", "object");
    define("some_filter", "search *");
    define("in_quotes", "\"x y\"");
  }

  void define(String name, String text, String... arguments) {
    MacroDefinition macro =
        new MacroDefinition(name, List.of(arguments), SplSources.of(name + ".yml", text), false);
    macros.put(macro.signature(), macro);
  }

  @Override
  public @Nullable DatasetSchema dataset(String model, @Nullable String dataset) {
    if (models != null) {
      return models.schema(model, dataset);
    }
    if (model.equals(DEPRECATED.model())) {
      return DEPRECATED;
    }
    if (!model.equals(FILES.model())) {
      return null;
    }
    if (KNOWN_BY_NAME.dataset().equals(dataset)) {
      return KNOWN_BY_NAME;
    }
    return dataset == null || dataset.equals(FILES.dataset()) ? FILES : null;
  }

  @Override
  public boolean defines(String model, String dataset) {
    return models == null
        ? dataset.equals(FILES.dataset())
        : models.dataset(model, dataset) != null;
  }

  @Override
  public Set<String> datasets() {
    return Set.of("Change_Analysis.All_Changes", "Endpoint.Filesystem", "Endpoint.Registry");
  }

  @Override
  public @Nullable MacroDefinition macro(String name, int argumentCount) {
    return macros.get(argumentCount == 0 ? name : name + "(" + argumentCount + ")");
  }

  @Override
  public Set<String> signatures() {
    return macros.keySet();
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
