package dev.highwater.engine.event;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where records come from, shared by all records of one input.
 *
 * @param input the file, topic or other input that the records were read from, as the user knows it
 * @param host the {@code host} that Splunk would have given the events
 * @param source the {@code source} field; decides {@code [source::...]} stanzas
 * @param sourcetype the {@code sourcetype} field before any search-time rename
 * @param index the {@code index} field, lower case
 */
public record EventOrigin(String input, String host, String source, String sourcetype, String index)
    implements Serializable {

  /** The same under another sourcetype. */
  public EventOrigin withSourcetype(String other) {
    return new EventOrigin(input, host, source, other, index);
  }

  /** The same under another name of the input. */
  public EventOrigin withInput(String other) {
    return new EventOrigin(other, host, source, sourcetype, index);
  }

  /** What all events of the origin have in a field, {@code null} for fields that may differ. */
  public @Nullable FieldValue field(String name) {
    return switch (name) {
      case "host" -> FieldValue.of(host);
      case "source" -> FieldValue.of(source);
      case "sourcetype" -> FieldValue.of(sourcetype);
      case "index" -> FieldValue.of(index);
      default -> null;
    };
  }
}
