package dev.highwater.engine.addon;

import org.jspecify.annotations.Nullable;

/**
 * An extraction with what asks for it.
 *
 * @param extraction what it takes
 * @param setting the EXTRACT-, REPORT- or KV_MODE; {@code null} for the automatic fields of a
 *     source that says nothing of them
 * @param transform the stanza that a REPORT- names, {@code null} for other extractions
 */
record ExtractionRule(
    Extraction extraction, @Nullable ConfSetting setting, @Nullable ConfStanza transform) {

  /** Where it is written. */
  String place() {
    if (setting == null) {
      return "KV_MODE = auto, as no stanza says otherwise";
    }
    return transform == null
        ? setting.place()
        : setting.place() + ", transform [" + transform.name() + "]";
  }
}
