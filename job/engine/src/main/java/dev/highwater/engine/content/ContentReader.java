package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
