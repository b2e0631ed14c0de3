package dev.highwater.flink.type;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RiskRecord;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.finding.Finding;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The Flink type of an engine type: opaque, with a serializer of its own. */
public final class EngineType<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  public static final EngineType<RoutedGroup> ROUTED_GROUP =
      new EngineType<>(RoutedGroup.class, new RoutedGroupSerializer());
  public static final EngineType<RiskRecord> RISK_RECORD =
      new EngineType<>(RiskRecord.class, new RiskRecordSerializer());
  public static final EngineType<Finding> FINDING =
      new EngineType<>(Finding.class, new FindingSerializer());
  public static final EngineType<Outcome> OUTCOME =
      new EngineType<>(Outcome.class, new OutcomeSerializer());

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  private EngineType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EngineType<?> engineType && engineType.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof EngineType<?>;
  }
}
