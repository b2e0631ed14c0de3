package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a dataset stands in its model and which fields it has, by name: enough to read any search
 * over it. Immutable once its model is read.
 */
final class DatasetShape {

  /** What every dataset has of its events. */
  static final Set<String> INHERITED = Set.of("_time", "host", "source", "sourcetype");

  private final String model;
  private final String name;
  private final @Nullable DatasetShape parent;
  private final Set<String> own;
  private final List<DatasetShape> children = new ArrayList<>();

  /**
   * What a written name stands for.
   *
   * @param field the field's own name
   * @param of the dataset that gives it: the one that was asked, or one below it
   */
  record Origin(String field, DatasetShape of) {}

  /**
   * @param parent {@code null} for a root
   * @param own the fields that the parent does not have, calculated ones included
   */
  DatasetShape(String model, String name, @Nullable DatasetShape parent, Set<String> own) {
    this.model = model;
    this.name = name;
    this.parent = parent;
    this.own = new LinkedHashSet<>(own);
    if (parent != null) {
      parent.children.add(this);
    }
  }

  String model() {
    return model;
  }

  String name() {
    return name;
  }

  @Nullable DatasetShape parent() {
    return parent;
  }

  /** The names from the root's to its own, with points between them. */
  String path() {
    return parent == null ? name : parent.path() + "." + name;
  }

  /**
   * Its fields by the names that searches have for them: behind the path of the dataset that adds
   * them. Fields of children belong to their parents, too (S-251, S-1062).
   */
  Map<String, Origin> fields() {
    Map<String, Origin> fields = new LinkedHashMap<>();
    addListed(fields, this);
    children.forEach(child -> child.addBelow(fields));
    return fields;
  }

  private void addListed(Map<String, Origin> fields, DatasetShape of) {
    if (parent != null) {
      parent.addListed(fields, of);
    }
    addOwn(fields, of);
  }

  /**
   * The names of the fields that each of its events may have, its text among them, those of
   * children left out.
   */
  Set<String> listed() {
    Map<String, Origin> fields = new LinkedHashMap<>();
    addListed(fields, this);
    Set<String> names = new LinkedHashSet<>(INHERITED);
    names.add("_raw");
    names.addAll(fields.keySet());
    return names;
  }

  /** The name that searches have for a field; the field itself when the dataset has none. */
  String written(String field) {
    if (own.contains(field)) {
      return path() + "." + field;
    }
    return parent == null ? field : parent.written(field);
  }

  private void addOwn(Map<String, Origin> fields, DatasetShape of) {
    String prefix = path() + ".";
    own.forEach(field -> fields.put(prefix + field, new Origin(field, of)));
  }

  private void addBelow(Map<String, Origin> fields) {
    addOwn(fields, this);
    children.forEach(child -> child.addBelow(fields));
  }

  /** The dataset as searches see it. */
  DatasetSchema schema() {
    Set<String> names = new LinkedHashSet<>(INHERITED);
    names.addAll(fields().keySet());
    return new DatasetSchema(model, name, path(), names);
  }
}
