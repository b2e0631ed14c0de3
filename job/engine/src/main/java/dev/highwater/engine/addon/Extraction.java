package dev.highwater.engine.addon;

import java.util.Optional;
import java.util.Set;

/** One way in which fields are taken from the events of a source: an EXTRACT, a REPORT, KV_MODE. */
interface Extraction {

  /** The field that it looks at; {@code _raw} for the whole event. */
  String sourceField();

  /** Names of the fields that it may give, as far as they are known beforehand. */
  Set<String> fields();

  /** Whether events name fields themselves, so that it may give any. */
  boolean isOpen();

  default boolean mayGive(String name) {
    return isOpen() || fields().contains(name);
  }

  /**
   * Texts of which its source holds at least one whenever a field that it gives holds {@code
   * literal}; empty when there are none such.
   *
   * @param literal ASCII, lower case; case does not count
   */
  Optional<Set<String>> literalsInSource(String literal);

  /** The same for the names of fields that events name themselves. */
  Optional<Set<String>> literalsInNames(String literal);

  /** The extraction at work on the events of one source. */
  ExtractionState on(EventFields fields);
}
