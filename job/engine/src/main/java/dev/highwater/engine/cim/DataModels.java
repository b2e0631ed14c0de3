package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.MacroLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The data models that searches can name: those with a definition, which can be searched, and those
 * that are only known by name. Immutable once read.
 */
public final class DataModels {

  private static final String ROOT = "/datamodels/";
  private static final String CATALOG = "catalog.json";

  private final Map<String, Map<String, Dataset>> models = new LinkedHashMap<>();
  private final DatasetCatalog catalog;

  private DataModels(DatasetCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The data models that come with Highwater, as {@code datamodels/index} lists them.
   *
   * @param macros the macros that constraints name
   */
  public static DataModels builtIn(MacroLibrary macros) {
    DataModels all =
        new DataModels(DatasetCatalog.read("datamodels/" + CATALOG, resource(ROOT + CATALOG)));
    for (String file : resource(ROOT + "index").lines().toList()) {
      DataModelReader reader = new DataModelReader("datamodels/" + file, macros);
      Map<String, Dataset> datasets = reader.read(resource(ROOT + file));
      datasets.values().forEach(dataset -> all.add(dataset));
    }
    return all;
  }

  private void add(Dataset dataset) {
    models
        .computeIfAbsent(dataset.model(), name -> new LinkedHashMap<>())
        .put(dataset.name(), dataset);
  }

  private static String resource(String path) {
    try (InputStream in = DataModels.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Cannot read " + path + ": no such resource");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /**
   * A dataset with a definition, {@code null} when there is none.
   *
   * @param dataset {@code null} for the model's first one
   */
  public @Nullable Dataset dataset(String model, @Nullable String dataset) {
    Map<String, Dataset> datasets = models.get(model);
    if (datasets == null) {
      return null;
    }
    return dataset == null ? datasets.values().iterator().next() : datasets.get(dataset);
  }

  /** A dataset as searches see it, defined or not; {@code null} when the name is unknown. */
  public @Nullable DatasetSchema schema(String model, @Nullable String dataset) {
    Dataset defined = dataset(model, dataset);
    return defined == null ? catalog.dataset(model, dataset) : defined.schema();
  }

  /** {@code Model.Dataset} for all of them. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(catalog.names());
    models.forEach(
        (model, datasets) -> datasets.keySet().forEach(name -> names.add(model + "." + name)));
    return names;
  }
}
