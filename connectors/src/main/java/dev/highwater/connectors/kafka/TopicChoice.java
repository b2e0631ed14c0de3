package dev.highwater.connectors.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The topics that are read.
 *
 * @param names of topics; empty when a pattern says which
 * @param pattern for whole names, or null
 */
public record TopicChoice(List<String> names, @Nullable Pattern pattern) implements Serializable {

  public TopicChoice {
    names = List.copyOf(names);
    if (names.isEmpty() == (pattern == null)) {
      throw new IllegalArgumentException(
          "Invalid topics: " + names + " and " + pattern + " (must be names or a pattern)");
    }
  }

  @Override
  public String toString() {
    return pattern == null ? String.join(", ", names) : pattern.pattern();
  }
}
