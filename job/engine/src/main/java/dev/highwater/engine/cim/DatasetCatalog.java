package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of all common data models, of their datasets and of the fields in them: enough to read
 * any search over them, whether or not a definition says how events become members. Immutable once
 * read.
 */
final class DatasetCatalog {

  private final Map<String, Map<String, DatasetSchema>> models = new LinkedHashMap<>();

  private DatasetCatalog() {}

  /**
   * Reads {@code {"models": [{"name", "datasets": [{"name", "parent", "fields"}]}]}}; the fields
   * are separated by spaces, parents stand before their children, a root has no parent.
   *
   * @throws IllegalArgumentException for text of another form
   */
  static DatasetCatalog read(String file, String text) {
    DatasetCatalog catalog = new DatasetCatalog();
    for (JsonTree model : JsonTree.parse(file, text).objects("models")) {
      String name = required(file, model, "name");
      catalog.models.put(name, new Lineage(name).read(file, model.objects("datasets")));
    }
    return catalog;
  }

  /**
   * A dataset, {@code null} when there is none of that name. Fields of children can be named in
   * searches over their parents (S-251).
   *
   * @param dataset a name, or its path from the root; {@code null} for the model's first dataset
   *     with the fields of all of them
   */
  @Nullable DatasetSchema dataset(String model, @Nullable String dataset) {
    Map<String, DatasetSchema> datasets = models.get(model);
    if (datasets == null) {
      return null;
    }
    if (dataset == null) {
      DatasetSchema first = datasets.values().iterator().next();
      Set<String> fields = new LinkedHashSet<>();
      datasets.values().forEach(each -> fields.addAll(each.fields()));
      return new DatasetSchema(model, first.dataset(), first.root(), fields);
    }
    return datasets.get(dataset.substring(dataset.lastIndexOf('.') + 1));
  }

  /** {@code Model.Dataset} for all of them. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    models.forEach(
        (model, datasets) -> datasets.keySet().forEach(name -> names.add(model + "." + name)));
    return names;
  }

  private static String required(String file, JsonTree object, String member) {
    String value = object.text(member);
    if (value == null) {
      throw new IllegalArgumentException(file + ": missing \"" + member + "\"");
    }
    return value;
  }

  /** The datasets of one model while it is read. */
  private static final class Lineage {
    private final String model;
    private final Map<String, Set<String>> fields = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();

    Lineage(String model) {
      this.model = model;
    }

    Map<String, DatasetSchema> read(String file, List<JsonTree> datasets) {
      for (JsonTree dataset : datasets) {
        add(
            required(file, dataset, "name"),
            dataset.text("parent"),
            List.of(required(file, dataset, "fields").split(" ")));
      }
      Map<String, DatasetSchema> schemas = new LinkedHashMap<>();
      fields.forEach(
          (name, names) -> schemas.put(name, new DatasetSchema(model, name, root(name), names)));
      return schemas;
    }

    /** What a child adds is named by the whole path (S-251). */
    private void add(String name, @Nullable String parent, List<String> own) {
      String path = parent == null ? name : paths.get(parent) + "." + name;
      paths.put(name, path);
      Set<String> names = new LinkedHashSet<>(parent == null ? Dataset.INHERITED : namesOf(parent));
      fields.put(name, names);
      if (parent != null) {
        parents.put(name, parent);
      }
      for (String field : own) {
        if (!field.isEmpty()) {
          addUpwards(name, path + "." + field);
        }
      }
    }

    private Set<String> namesOf(String dataset) {
      Set<String> names = fields.get(dataset);
      if (names == null) {
        throw new IllegalArgumentException("Invalid parent in " + model + ": " + dataset);
      }
      return names;
    }

    private void addUpwards(String dataset, String field) {
      for (String each = dataset; each != null; each = parents.get(each)) {
        namesOf(each).add(field);
      }
    }

    private String root(String dataset) {
      String path = String.valueOf(paths.get(dataset));
      int dot = path.indexOf('.');
      return dot < 0 ? path : path.substring(0, dot);
    }
  }
}
