package dev.highwater.flink.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint says of a format: the version under which its values were written, and nothing
 * else (S-2081). The names of the classes are part of savepoints, and stay.
 */
abstract class FormatSnapshot<T> implements TypeSerializerSnapshot<T> {

  private final EngineSerializer<T> newest;
  private int version;

  /**
   * @param newest writes the newest version that this build knows
   */
  FormatSnapshot(EngineSerializer<T> newest) {
    this.newest = newest;
    this.version = newest.version();
  }

  /** The version of the values that the snapshot is of: one that was read stays the earlier one. */
  @Override
  public final int getCurrentVersion() {
    return version;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) {
    // The version, which Flink writes itself, says all.
  }

  /**
   * Takes the version that was written.
   *
   * @throws IOException of one that this build does not know, in words
   */
  @Override
  public final void readSnapshot(int written, DataInputView in, ClassLoader loader)
      throws IOException {
    if (written < EngineSerializer.FIRST_VERSION || written > newest.version()) {
      throw new IOException(
          "The state holds %s in version %d, and this build reads versions %d to %d of it: %s"
              .formatted(
                  newest.format(),
                  written,
                  EngineSerializer.FIRST_VERSION,
                  newest.version(),
                  "restore it with a build as new as the one that wrote it"));
    }
    version = written;
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return version == newest.version() ? newest : newest.earlier(version);
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> before) {
    if (before.getClass() != getClass() || before.getCurrentVersion() > version) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return before.getCurrentVersion() == version
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
