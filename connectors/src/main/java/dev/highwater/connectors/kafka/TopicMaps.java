package dev.highwater.connectors.kafka;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps for topics; the first that fits a topic counts. */
public final class TopicMaps implements Serializable {

  private static final long serialVersionUID = 1L;

  /** None. */
  public static final TopicMaps NONE = new TopicMaps(List.of());

  private final List<TopicMap> maps;

  TopicMaps(List<TopicMap> maps) {
    this.maps = List.copyOf(maps);
  }

  /** Null for a topic that none fits. */
  @Nullable TopicMap of(String topic) {
    for (TopicMap map : maps) {
      if (map.topics().matcher(topic).matches()) {
        return map;
      }
    }
    return null;
  }

  /** Whether one fits a topic. */
  public boolean covers(String topic) {
    return of(topic) != null;
  }
}
