package dev.highwater.flink.type;

/**
 * What operators give each other: a value, or word of other content, which is in force for all that
 * comes behind it from the same subtask.
 */
public sealed interface Carried<T> {

  /** A value of the stream. */
  record Value<T>(T value) implements Carried<T> {}

  /**
   * Other content.
   *
   * @param receiver the key that takes it to the subtask it is meant for
   */
  record Change<T>(String receiver, ContentChange change) implements Carried<T> {}

  static <T> Carried<T> of(T value) {
    return new Value<>(value);
  }
}
