package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads content in the layout of a checkout of security_content. */
public final class ContentReader {

  private ContentReader() {}

  /**
   * Reads the directories, of which later ones win, on top of the platform's macros.
   *
   * @return all that could be read; what could not is in {@link ContentPack#problems()}
   */
  public static ContentPack read(List<Path> directories) {
    Stream<ContentFolder> folders = directories.stream().map(DirectoryFolder::new);
    return pack(Stream.concat(Stream.of(new ResourceFolder("platform")), folders).toList());
  }

  /**
   * Reads files in the layout of a checkout, on top of the platform's macros.
   *
   * @param display goes before their paths in messages, with a final {@code /}
   * @param files by path
   */
  public static ContentPack read(String display, SortedMap<String, byte[]> files) {
    return pack(List.of(new ResourceFolder("platform"), new FileFolder(display, files)));
  }

  /**
   * The files of a directory that belong to its content, by their paths in it.
   *
   * @throws IOException when one cannot be read
   */
  public static SortedMap<String, byte[]> files(Path directory) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String path : paths(directory)) {
      files.put(path, Files.readAllBytes(directory.resolve(path)));
    }
    return files;
  }

  /** The paths of {@link #files}. */
  public static List<String> paths(Path directory) throws IOException {
    ContentFolder folder = new DirectoryFolder(directory);
    List<String> paths = new ArrayList<>();
    for (String part : FolderReader.PARTS) {
      paths.addAll(folder.yamlFiles(part));
    }
    paths.addAll(folder.csvFiles("lookups"));
    Stream.of(FolderReader.SETTINGS, FolderReader.SAVED_SEARCHES)
        .filter(folder::has)
        .forEach(paths::add);
    return paths;
  }

  /**
   * Reads the directories as {@link #read} does, and keeps their files.
   *
   * @throws IOException when their tables cannot be listed
   */
  public static ContentSources readFiles(List<Path> directories) throws IOException {
    ContentPackBuilder builder = new ContentPackBuilder();
    builder.add(new FolderReader(new ResourceFolder("platform")).read());
    List<ContentFile> files = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    for (Path directory : directories) {
      ContentFolder folder = new DirectoryFolder(directory);
      builder.add(new FolderReader(folder, files::add).read());
      folder.csvFiles("lookups").forEach(path -> tables.add(folder.display() + path));
    }
    return new ContentSources(builder.build(), files, tables);
  }

  /**
   * Adds one detection from a file outside of any folder of content, which may be a link; it takes
   * the place of a detection with the same id or name.
   */
  public static ContentPack withDetection(ContentPack pack, Path file) {
    return withDetections(pack, List.of(file));
  }

  /** The same for several files. */
  public static ContentPack withDetections(ContentPack pack, List<Path> files) {
    List<Detection> detections = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Path file : files) {
      Path folder = file.toAbsolutePath().getParent();
      ContentFolder where = new DirectoryFolder(folder == null ? Path.of("") : folder, false);
      FolderContent read = new FolderReader(where).readDetection(file);
      detections.addAll(read.detections());
      problems.addAll(read.problems());
    }
    return pack.plus(FolderContent.ofDetections(detections, problems));
  }

  /**
   * Adds the two risk incident rules that come with the program (S-706, S-707). Their thresholds
   * are the macros {@code risk_incident_score}, {@code risk_incident_tactics} and {@code
   * risk_incident_sources}; macros of the pack win.
   */
  public static ContentPack withIncidentRules(ContentPack pack) {
    return pack.plus(new FolderReader(new ResourceFolder("incident_rules")).read());
  }

  /** The content that comes with the program. */
  static ContentPack builtIn() {
    return pack(List.of(new ResourceFolder("platform"), new ResourceFolder("content")));
  }

  private static ContentPack pack(List<ContentFolder> folders) {
    ContentPackBuilder builder = new ContentPackBuilder();
    folders.forEach(folder -> builder.add(new FolderReader(folder).read()));
    return builder.build();
  }
}
