package dev.highwater.connectors.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of a record as texts (S-2040). */
record RecordHeaders(Headers headers) {

  static final String HOST = "host";
  static final String SOURCE = "source";
  static final String SOURCETYPE = "sourcetype";
  static final String INDEX = "index";
  static final String TIME = "time";

  /** The last header of a name, in UTF-8; null when there is none or it is empty. */
  @Nullable String text(String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null || header.value().length == 0) {
      return null;
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
