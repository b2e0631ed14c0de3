package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of all inputs; null where nothing is said. It wins over manifests.
 *
 * <p>Defaults (assumed): host {@code unknown}, as logs at rest do not tell which forwarder sent
 * them; index {@code main}, Splunk's own default; source the path as the user gave it.
 */
public record OriginSettings(
    @Nullable String host,
    @Nullable String source,
    @Nullable String sourcetype,
    @Nullable String index) {

  /** Host of events whose input does not tell it. */
  public static final String DEFAULT_HOST = "unknown";

  /** Index of events whose input does not tell it. */
  public static final String DEFAULT_INDEX = "main";

  /** Source of what comes on the standard input. */
  static final String STANDARD_INPUT_SOURCE = "stdin";

  /** Nothing said. */
  public static final OriginSettings NONE = new OriginSettings(null, null, null, null);

  /** The origin of a file; the sourcetype is empty where nobody states one. */
  EventOrigin origin(String input, ManifestEntry.Stated stated) {
    return new EventOrigin(
        input,
        host == null ? DEFAULT_HOST : host,
        first(source, stated.source(), input),
        first(sourcetype, stated.sourcetype(), ""),
        first(index, stated.index(), DEFAULT_INDEX).toLowerCase(Locale.ROOT));
  }

  private static String first(@Nullable String said, @Nullable String stated, String otherwise) {
    if (said != null) {
      return said;
    }
    return stated == null ? otherwise : stated;
  }
}
