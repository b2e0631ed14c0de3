package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Origins of records that say for themselves where they come from; what a record does not say is
 * the file's. Equal ones are one object. Not thread-safe.
 */
public final class Origins {

  private static final int MOST_KEPT = 4096;

  private final EventOrigin file;
  private final Map<EventOrigin, EventOrigin> known = new HashMap<>();

  /** Origins of records that lie in one file, or come by one way. */
  public Origins(EventOrigin file) {
    this.file = file;
  }

  /** The file's own. */
  public EventOrigin ofFile() {
    return file;
  }

  /** The origin of a record that says so much; null for what it does not say. */
  public EventOrigin of(
      @Nullable String host,
      @Nullable String source,
      @Nullable String sourcetype,
      @Nullable String index) {
    EventOrigin origin =
        new EventOrigin(
            file.input(),
            host == null ? file.host() : host,
            source == null ? file.source() : source,
            sourcetype == null ? file.sourcetype() : sourcetype,
            index == null ? file.index() : index.toLowerCase(Locale.ROOT));
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    EventOrigin before = known.putIfAbsent(origin, origin);
    return before == null ? origin : before;
  }
}
