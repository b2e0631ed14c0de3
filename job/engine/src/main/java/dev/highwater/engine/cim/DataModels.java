package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  private final Set<Diagnostic> problems = ConcurrentHashMap.newKeySet();

  /**
   * @param texts the text of a model's file by the model's name
   * @param macros the macros that constraints name
   */
  DataModels(
      Set<String> modelNames,
      Function<String, String> texts,
      MacroLibrary macros,
      FixedLookups lookups,
      CimVersion version) {
    this.modelNames = modelNames;
    this.texts = texts;
    this.reader = new DatasetReader(macros, lookups, version);
  }

  /**
   * The data models that come with Highwater, as {@code datamodels/index} lists them.
   *
   * @param macros the macros that constraints name
   * @param lookups those that calculations look into
   */
  public static DataModels builtIn(MacroLibrary macros, FixedLookups lookups) {
    return of(Map.of(), macros, lookups, "");
  }

  /**
   * The same with data models of the user, which hold over those of the same name.
   *
   * @param own the texts of their files by the names of the models
   * @param version of those that come with Highwater, as {@code 5.0.1}; empty for the usual one
   * @throws IllegalArgumentException for what is no version
   */
  public static DataModels of(
      Map<String, String> own, MacroLibrary macros, FixedLookups lookups, String version) {
    Set<String> names = builtInNames();
    names.addAll(own.keySet());
    return new DataModels(
        names,
        model -> {
          String text = own.get(model);
          return text == null ? resource(ROOT + model + ".json") : text;
        },
        macros,
        lookups,
        version.isEmpty() ? CimVersion.USUAL : CimVersion.parse(version));
  }

  /** The macros with those that narrow the data models to some indexes (S-501). */
  public static MacroLibrary withIndexMacros(MacroLibrary macros) {
    return withIndexMacros(macros, Set.of());
  }

  /**
   * The same with those of data models of the user.
   *
   * @param own the names of these models
   */
  public static MacroLibrary withIndexMacros(MacroLibrary macros, Set<String> own) {
    Set<String> names = builtInNames();
    names.addAll(own);
    return new IndexMacros(macros, names);
  }

  /**
   * Makes sure that a text is a data model.
   *
   * @param file how messages show the file
   * @throws IllegalArgumentException when it is none
   */
  public static void check(String file, String text) {
    DataModel.parse(
        file, text, new DatasetReader(MacroLibrary.NONE, FixedLookups.NONE, CimVersion.USUAL));
  }

  /**
   * The name of a data model.
   *
   * @param file how messages show the file
   * @throws IllegalArgumentException for a text that is no data model
   */
  public static String nameIn(String file, String text) {
    return JsonTree.parse(file, text).requiredText("modelName");
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
   * belong to it; a definition that cannot be used says nothing, and is among the problems.
   *
   * @param dataset its name, or its path from the root; {@code null} for the model's first one
   */
  public @Nullable Dataset dataset(String model, @Nullable String dataset) {
    DataModel found = model(model);
    try {
      return found == null ? null : found.dataset(nameIn(found, dataset));
    } catch (SplException e) {
      problems.add(e.diagnostic());
      return null;
    }
  }

  /** What is wrong with the datasets of some models. */
  public List<Diagnostic> problemsOf(Set<String> some) {
    for (String name : names()) {
      int point = name.indexOf('.');
      if (some.contains(name.substring(0, point))) {
        dataset(name.substring(0, point), name.substring(point + 1));
      }
    }
    return List.copyOf(problems);
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
