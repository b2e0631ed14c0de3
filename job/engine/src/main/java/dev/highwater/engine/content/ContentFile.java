package dev.highwater.engine.content;

/**
 * A YAML file of content, as it is written.
 *
 * @param folder the folder of content as messages show it, with a final {@code /}
 * @param part what it holds, by the name of its folder: {@code detections}, {@code macros}, ...
 * @param path inside the folder of content, with {@code /}
 * @param root its outermost mapping
 */
public record ContentFile(String folder, String part, String path, YamlMapping root) {

  public static final String DETECTIONS = "detections";
  public static final String BASELINES = "baselines";
  public static final String DEPLOYMENTS = "deployments";
  public static final String MACROS = "macros";
  public static final String LOOKUPS = "lookups";
  public static final String STORIES = "stories";
  public static final String DATA_SOURCES = "data_sources";

  public boolean isOf(String otherPart) {
    return part.equals(otherPart);
  }

  /** The file as messages show it. */
  public String display() {
    return folder + path;
  }

  /** The file's name without folder and extension. */
  public String stem() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /** Where the keys stand that a file of 2024 or 2025 has under {@code tags}. */
  public YamlMapping grouped() {
    YamlMapping tags = root.mapping("tags");
    return tags == null ? root : tags;
  }
}
