package dev.highwater.engine.event;

import java.util.Collection;

/** Fields that can say which there are. */
public interface ListedFields extends Fields {

  /** Names of fields that may have a value, each once. */
  Collection<String> names();
}
