package dev.highwater.app.options;

import dev.highwater.connectors.hec.HecSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where risk events and notables go beside the usual files.
 *
 * @param formats in which they are written, too
 * @param hec where they are sent, or null
 */
public record DeliveryOptions(Set<Format> formats, @Nullable HecSettings hec) {

  /** Nowhere else. */
  public static final DeliveryOptions NONE = new DeliveryOptions(Set.of(), null);

  /** Another form of risk events and notables. */
  public enum Format {
    /** Splunk's stash files. */
    STASH,
    /** Detection Findings of the Open Cybersecurity Schema Framework. */
    OCSF
  }

  public DeliveryOptions {
    formats = Set.copyOf(formats);
  }
}
