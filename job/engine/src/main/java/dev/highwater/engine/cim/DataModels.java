package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data models that searches can name. A model is read when it is first asked for, so that those
 * that nothing names cost nothing. Safe for several threads.
 */
public final class DataModels {

  private static final String ROOT = "/datamodels/";

  private final Set<String> modelNames;
  private final Function<String, String> texts;
  private final DatasetReader reader;
  private final Map<String, DataModel> models = new ConcurrentHashMap<>();

  /**
   * @param texts the text of a model's file by the model's name
   * @param macros the macros that constraints name
   */
  DataModels(
      Set<String> modelNames,
      Function<String, String> texts,
      MacroLibrary macros,
      FixedLookups lookups) {
    this.modelNames = modelNames;
    this.texts = texts;
    this.reader = new DatasetReader(macros, lookups);
  }

  /**
   * The data models that come with Highwater, as {@code datamodels/index} lists them.
   *
   * @param macros the macros that constraints name
   * @param lookups those that calculations look into
   */
  public static DataModels builtIn(MacroLibrary macros, FixedLookups lookups) {
    return new DataModels(
        builtInNames(), model -> resource(ROOT + model + ".json"), macros, lookups);
  }

  /** The macros with those that narrow the data models to some indexes (S-501). */
  public static MacroLibrary withIndexMacros(MacroLibrary macros) {
    return new IndexMacros(macros, builtInNames());
  }

  private static Set<String> builtInNames() {
    return new TreeSet<>(resource(ROOT + "index").lines().toList());
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

  private @Nullable DataModel model(String name) {
    if (!modelNames.contains(name)) {
      return null;
    }
    return models.computeIfAbsent(
        name, key -> DataModel.parse("datamodels/" + key + ".json", texts.apply(key), reader));
  }

  /** A path from the root stands for its last name, no name for the model's first dataset. */
  private static String nameIn(DataModel model, @Nullable String dataset) {
    return dataset == null ? model.names().get(0) : dataset.substring(dataset.lastIndexOf('.') + 1);
  }

  /**
   * A dataset, {@code null} when there is none of that name or when nothing says which events
   * belong to it.
   *
   * @param dataset its name, or its path from the root; {@code null} for the model's first one
   * @throws dev.highwater.engine.spl.SplException for a definition that cannot be used
   */
  public @Nullable Dataset dataset(String model, @Nullable String dataset) {
    DataModel found = model(model);
    return found == null ? null : found.dataset(nameIn(found, dataset));
  }

  /**
   * A dataset as searches see it, whether or not it is said which events belong to it; {@code null}
   * when the name is unknown.
   *
   * @param dataset its name, or its path from the root; {@code null} for the model's first one
   */
  public @Nullable DatasetSchema schema(String model, @Nullable String dataset) {
    DataModel found = model(model);
    return found == null ? null : found.schema(nameIn(found, dataset));
  }

  /** {@code Model.Dataset} for all of them. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String name : modelNames) {
      DataModel found = model(name);
      if (found != null) {
        found.names().forEach(dataset -> names.add(name + "." + dataset));
      }
    }
    return names;
  }
}
