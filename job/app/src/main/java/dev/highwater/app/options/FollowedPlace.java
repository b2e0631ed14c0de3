package dev.highwater.app.options;

/**
 * Where content of running jobs comes from: {@code kafka:TOPIC}, else a directory.
 *
 * @param isTopic whether it is a topic
 * @param name of the topic, or path of the directory
 */
public record FollowedPlace(boolean isTopic, String name) {

  private static final String TOPIC = "kafka:";

  /**
   * Reads a place as people write it.
   *
   * @throws IllegalArgumentException when it names nothing
   */
  public static FollowedPlace parse(String text) {
    boolean isTopic = text.startsWith(TOPIC);
    String name = isTopic ? text.substring(TOPIC.length()) : text;
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "Invalid place of content: '" + text + "' (must be kafka:TOPIC or a directory)");
    }
    return new FollowedPlace(isTopic, name);
  }
}
