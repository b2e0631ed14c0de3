package dev.highwater.app.catalog;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The detections that arguments name.
 *
 * @param content the content, with the detections of files outside of it
 * @param selected in the order of the arguments, each once; all when there are no arguments
 * @param faults a line for each argument that names nothing
 */
record DetectionSelection(ContentPack content, List<Detection> selected, List<String> faults) {
  DetectionSelection {
    selected = List.copyOf(selected);
    faults = List.copyOf(faults);
  }

  /** An argument that is a YAML file names what is in that file, whatever else is called so. */
  static DetectionSelection of(ContentPack content, List<String> arguments) {
    if (arguments.isEmpty()) {
      return new DetectionSelection(content, content.detections(), List.of());
    }
    ContentPack whole = content;
    for (String argument : arguments) {
      Path file = file(argument);
      if (file != null && detectionIn(file, whole).isEmpty()) {
        whole = ContentReader.withDetection(whole, file);
      }
    }
    Set<Detection> selected = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    for (String argument : arguments) {
      Path file = file(argument);
      List<Detection> found =
          file == null ? whole.find(argument) : detectionIn(file, whole).stream().toList();
      selected.addAll(found);
      if (found.isEmpty()) {
        faults.add(
            file == null ? whole.notFound(argument) : "no detection can be read from " + file);
      }
    }
    return new DetectionSelection(whole, List.copyOf(selected), faults);
  }

  private static @Nullable Path file(String argument) {
    if (!argument.endsWith(".yml") && !argument.endsWith(".yaml")) {
      return null;
    }
    try {
      Path path = Path.of(argument);
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static Optional<Detection> detectionIn(Path file, ContentPack content) {
    String name = String.valueOf(file.getFileName());
    return content.detections().stream()
        .filter(detection -> detection.file().endsWith(name))
        .filter(detection -> isSame(file, Path.of(detection.search().locate(0).file())))
        .findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
