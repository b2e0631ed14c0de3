package dev.highwater.engine.risk;

import java.util.List;

/**
 * An asset or an identity.
 *
 * @param keys the names that it goes by, lower case; the first one is its own
 * @param priority {@link Severity#UNKNOWN} where nobody says
 * @param categories lower case as written
 * @param businessUnit empty where nobody says
 * @param isWatchlisted whether an identity is on the watchlist
 */
public record Entity(
    List<String> keys,
    Severity priority,
    List<String> categories,
    String businessUnit,
    boolean isWatchlisted) {

  public Entity {
    keys = List.copyOf(keys);
    categories = List.copyOf(categories);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("Invalid entity: it has no key (must have one)");
    }
  }
}
