package dev.highwater.app.options;

import java.util.List;

/**
 * Events whose fields are asked for.
 *
 * @param content the content and the shared options
 * @param inputs as of replay
 * @param overrides where all events are said to come from
 * @param event the number of the event that is meant, from 1; 0 for all
 * @param explains whether JSON says of each field which settings gave it; text always does
 */
public record FieldsOptions(
    ContentOptions content,
    List<String> inputs,
    EventOverrides overrides,
    int event,
    boolean explains) {
  public FieldsOptions {
    inputs = List.copyOf(inputs);
  }
}
