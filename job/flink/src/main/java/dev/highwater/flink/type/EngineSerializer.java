package dev.highwater.flink.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializes a type of the engine, immutable unless a subclass says otherwise, with the engine's
 * own codec. Every subclass stands for one format: a change of the format is a new snapshot
 * version.
 */
abstract class EngineSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final String format;

  /**
   * A serializer of a format.
   *
   * @param format its name; serializers of equal format are equal
   */
  EngineSerializer(String format) {
    this.format = format;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** Not supported: immutable values are never filled in later. */
  @Override
  public T createInstance() {
    throw new UnsupportedOperationException("an immutable value cannot be created empty");
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EngineSerializer<?> serializer && serializer.format.equals(format);
  }

  @Override
  public int hashCode() {
    return format.hashCode();
  }
}
