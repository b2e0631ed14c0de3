package dev.highwater.app.options;

import java.util.List;

/**
 * A detection that finds nothing, and the logs that it should find something in.
 *
 * @param content the content and the shared options
 * @param detection a name, an id, a file or a glob
 * @param inputs as of replay
 * @param overrides where all events are said to come from
 * @param event the number of the only event that counts, from 1; 0 for all
 */
public record WhyOptions(
    ContentOptions content,
    String detection,
    List<String> inputs,
    EventOverrides overrides,
    int event) {
  public WhyOptions {
    inputs = List.copyOf(inputs);
  }
}
