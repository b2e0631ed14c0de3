package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all files of a content folder; sorted by path, so that each reading is alike. */
final class FolderReader {

  private static final String OUTSIDE =
      "is a link that leads out of the content and is left out: put the file itself here";

  private static final String DEFAULT_LABEL = "ESCU";
  static final String SAVED_SEARCHES = "default/savedsearches.conf";
  static final String SETTINGS = "contentctl.yml";
  static final List<String> PARTS =
      List.of(
          "detections",
          "baselines",
          "deployments",
          "macros",
          "lookups",
          "stories",
          "data_sources",
          "risk_factors");

  private final ContentFolder folder;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final @Nullable Consumer<ContentFile> keeper;

  FolderReader(ContentFolder folder) {
    this(folder, null);
  }

  /**
   * A reader that also gives away what it has read it from.
   *
   * @param keeper takes the files in the order of their parts, then of their paths; null for none
   */
  FolderReader(ContentFolder folder, @Nullable Consumer<ContentFile> keeper) {
    this.folder = folder;
    this.keeper = keeper;
  }

  FolderContent read() {
    String appLabel = appLabel();
    List<Detection> detections =
        new ArrayList<>(
            all("detections", (file, path) -> DetectionReader.read(file, path, appLabel)));
    detections.addAll(savedSearches());
    List<Detection> baselines =
        all("baselines", (file, path) -> DetectionReader.read(file, path, appLabel));
    List<Deployment> deployments = all("deployments", (file, path) -> DeploymentReader.read(file));
    List<ContentMacro> macros = all("macros", PartReaders::macro);
    List<Lookup> lookups = lookups();
    List<Story> stories = all("stories", PartReaders::story);
    List<DataSource> dataSources = all("data_sources", PartReaders::dataSource);
    List<ContentRiskFactor> factors =
        all("risk_factors", (file, path) -> RiskFactorReader.read(file));
    if (PARTS.stream().noneMatch(folder::has)
        && !folder.has(ResourceFolder.INDEX)
        && !folder.has(SAVED_SEARCHES)) {
      refuse("holds no content: none of " + PARTS);
    }
    return new FolderContent(
        detections,
        baselines,
        deployments,
        macros,
        lookups,
        stories,
        dataSources,
        factors,
        List.copyOf(problems));
  }

  /** The detections of an app that the build has made. */
  private List<Detection> savedSearches() {
    if (!folder.has(SAVED_SEARCHES)) {
      return List.of();
    }
    try {
      String name = folder.display() + SAVED_SEARCHES;
      FolderContent read = new SavedSearchReader(name, folder.text(SAVED_SEARCHES)).read();
      problems.addAll(read.problems());
      return read.detections();
    } catch (IOException e) {
      refuse("cannot be read: " + e);
      return List.of();
    }
  }

  /** Those that are defined, and the tables that no definition names. */
  private List<Lookup> lookups() {
    List<Lookup> lookups =
        new ArrayList<>(all("lookups", (file, path) -> PartReaders.lookup(file, path, folder)));
    Set<String> named = lookups.stream().map(Lookup::fileName).collect(Collectors.toSet());
    try {
      for (String path : folder.csvFiles("lookups")) {
        if (!named.contains(path.substring(path.lastIndexOf('/') + 1))) {
          addTable(path, lookups);
        }
      }
    } catch (IOException e) {
      refuse("cannot be listed: " + e);
    }
    return lookups;
  }

  private void addTable(String path, List<Lookup> lookups) {
    if (folder.holds(path)) {
      lookups.add(PartReaders.lookupOfFile(path, folder));
    } else {
      problems.addAll(YamlFile.unreadable(folder.display() + path, OUTSIDE).problems());
    }
  }

  /** One detection alone. */
  FolderContent readDetection(Path file) {
    YamlFile yaml = parse(String.valueOf(file.getFileName()), file.toString());
    Detection detection = DetectionReader.read(yaml, file.toString(), DEFAULT_LABEL);
    return FolderContent.ofDetections(
        detection == null ? List.of() : List.of(detection), yaml.problems());
  }

  private String appLabel() {
    if (!folder.has(SETTINGS)) {
      return DEFAULT_LABEL;
    }
    YamlFile file = parse(SETTINGS);
    YamlMapping root = file.root();
    YamlMapping app = root == null ? null : root.mapping("app");
    String label = app == null ? DEFAULT_LABEL : app.textOr("label", DEFAULT_LABEL);
    problems.addAll(file.problems());
    return label;
  }

  private record Read<T>(@Nullable T item, List<Diagnostic> problems, @Nullable ContentFile kept) {}

  private <T> List<T> all(String part, BiFunction<YamlFile, String, @Nullable T> reader) {
    List<String> paths;
    try {
      paths = folder.yamlFiles(part);
    } catch (IOException e) {
      refuse("cannot be listed: " + e);
      return List.of();
    }
    List<Read<T>> read =
        paths.parallelStream()
            .map(
                path -> {
                  YamlFile file = parse(path);
                  T item = reader.apply(file, path);
                  return new Read<>(item, file.problems(), kept(file, part, path));
                })
            .toList();
    read.forEach(one -> problems.addAll(one.problems()));
    if (keeper != null) {
      read.stream().map(Read::kept).filter(Objects::nonNull).forEach(keeper);
    }
    return read.stream().map(Read::item).filter(Objects::nonNull).toList();
  }

  /** The file, null where nobody wants it: its tree is large. */
  private @Nullable ContentFile kept(YamlFile file, String part, String path) {
    YamlMapping root = file.root();
    return keeper == null || root == null
        ? null
        : new ContentFile(folder.display(), part, path, root);
  }

  private YamlFile parse(String path) {
    return parse(path, folder.display() + path);
  }

  private YamlFile parse(String path, String name) {
    if (!folder.holds(path)) {
      return YamlFile.unreadable(name, OUTSIDE);
    }
    try {
      return YamlFile.parse(name, folder.text(path));
    } catch (CharacterCodingException e) {
      return YamlFile.unreadable(name, "is not UTF-8");
    } catch (IOException e) {
      return YamlFile.unreadable(name, "cannot be read: " + e);
    }
  }

  private void refuse(String reason) {
    problems.addAll(YamlFile.unreadable(folder.display(), reason).problems());
  }
}
