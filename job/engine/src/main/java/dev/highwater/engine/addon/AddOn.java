package dev.highwater.engine.addon;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One add-on, or one layer of an app: the stanzas of its files by name; a file that it does not
 * have is empty.
 *
 * @param lookups the files that its lookups name
 */
public record AddOn(
    String name,
    Map<String, ConfStanza> props,
    Map<String, ConfStanza> transforms,
    Map<String, ConfStanza> eventTypes,
    Map<String, ConfStanza> tags,
    LookupFiles lookups) {

  /** Where the tables of lookups are. */
  @FunctionalInterface
  public interface LookupFiles {

    /** The text of a table, {@code null} when there is no such file. */
    @Nullable String text(String fileName);
  }

  /** An add-on without lookups. */
  public AddOn(
      String name,
      Map<String, ConfStanza> props,
      Map<String, ConfStanza> transforms,
      Map<String, ConfStanza> eventTypes,
      Map<String, ConfStanza> tags) {
    this(name, props, transforms, eventTypes, tags, file -> null);
  }
}
