package dev.highwater.flink.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializes a type of the engine, immutable unless a subclass says otherwise, with the engine's
 * own codec. Every subclass stands for one format, and says under which version it writes: a change
 * of the bytes is a new version, and what was written under earlier ones is still read (S-2081).
 *
 * <p>RocksDB does not rewrite the keys of maps: other bytes for these are another state, under a
 * name of its own, into which its operator moves what is left in the first.
 */
abstract class EngineSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  /** Savepoints were made before formats had versions; they say 3 of all of them. */
  static final int FIRST_VERSION = 3;

  private final String format;
  private final int version;

  /** A serializer of the first version of a format. */
  EngineSerializer(String format) {
    this(format, FIRST_VERSION);
  }

  /**
   * A serializer of a version of a format.
   *
   * @param format its name, as messages give it; serializers of equal format and version are equal
   * @param version at least {@link #FIRST_VERSION}
   */
  EngineSerializer(String format, int version) {
    if (version < FIRST_VERSION) {
      throw new IllegalArgumentException(
          "Invalid version of %s: %d (must be >= %d)".formatted(format, version, FIRST_VERSION));
    }
    this.format = format;
    this.version = version;
  }

  final String format() {
    return format;
  }

  final int version() {
    return version;
  }

  /**
   * The serializer that reads what was written under an earlier version. A format that has one
   * overrides this; what it has read is then written under the newest version.
   */
  EngineSerializer<T> earlier(int earlierVersion) {
    throw new IllegalArgumentException(
        "No version %d of %s can be read".formatted(earlierVersion, format));
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
    return other instanceof EngineSerializer<?> serializer
        && serializer.format.equals(format)
        && serializer.version == version;
  }

  @Override
  public int hashCode() {
    return 31 * format.hashCode() + version;
  }
}
