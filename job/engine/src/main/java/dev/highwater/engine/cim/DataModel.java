package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data model as its file has it, in Splunk's JSON form (S-500). Its names are read at once, a
 * dataset's constraint and calculations when the dataset is first asked for. Safe for several
 * threads.
 */
final class DataModel {

  private final String file;
  private final DatasetReader reader;
  private final Map<String, JsonTree> objects = new LinkedHashMap<>();
  private final Map<String, DatasetShape> shapes = new HashMap<>();
  private final Map<String, Dataset> datasets = new HashMap<>();

  private DataModel(String file, DatasetReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Reads the text of a file; parents stand before their children.
   *
   * @throws IllegalArgumentException for text that is no data model
   */
  static DataModel parse(String file, String text, DatasetReader reader) {
    DataModel model = new DataModel(file, reader);
    JsonTree tree = JsonTree.parse(file, text);
    String name = tree.requiredText("modelName");
    tree.objects("objects").forEach(object -> model.add(name, object));
    if (model.objects.isEmpty()) {
      throw new IllegalArgumentException(file + ": no datasets in \"objects\"");
    }
    return model;
  }

  private void add(String model, JsonTree object) {
    String name = object.requiredText("objectName");
    Set<String> fields = new LinkedHashSet<>(DatasetReader.fieldNames(object.objects("fields")));
    for (JsonTree calculation : object.objects("calculations")) {
      fields.addAll(DatasetReader.fieldNames(calculation.objects("outputFields")));
    }
    fields.removeAll(DatasetShape.INHERITED);
    DatasetShape parent = shapes.get(object.requiredText("parentName"));
    objects.put(name, object);
    shapes.put(name, new DatasetShape(model, name, parent, fields));
  }

  /** The names of its datasets, in their order. */
  List<String> names() {
    return List.copyOf(objects.keySet());
  }

  /** A dataset as searches see it, {@code null} when there is none of that name. */
  @Nullable DatasetSchema schema(String dataset) {
    DatasetShape shape = shapes.get(dataset);
    return shape == null ? null : shape.schema();
  }

  /**
   * A dataset, {@code null} when there is none of that name, or when the file does not say which
   * events belong to it.
   *
   * @throws dev.highwater.engine.spl.SplException for a search or expression in it that cannot be
   *     used
   */
  synchronized @Nullable Dataset dataset(String name) {
    Dataset read = datasets.get(name);
    JsonTree object = objects.get(name);
    if (read != null || object == null || !DatasetReader.isDefined(object)) {
      return read;
    }
    Dataset made = made(object, shapes.get(name));
    if (made != null) {
      datasets.put(name, made);
    }
    return made;
  }

  private @Nullable Dataset made(JsonTree object, @Nullable DatasetShape shape) {
    if (shape == null) {
      throw new IllegalStateException("Cannot read " + file + ": a dataset without a name");
    }
    if (shape.parent() == null) {
      return reader.read(file, object, shape, null, this::dataset);
    }
    Dataset parent = dataset(shape.parent().name());
    return parent == null ? null : reader.read(file, object, shape, parent, this::dataset);
  }
}
