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

  public static final EngineType<Carried<RoutedGroup>> ROUTED_GROUP =
      carrying("RoutedGroup", new RoutedGroupSerializer());
  public static final EngineType<Carried<RiskRecord>> RISK_RECORD =
      carrying("RiskRecord", new RiskRecordSerializer());
  public static final EngineType<Carried<Finding>> FINDING =
      carrying("Finding", new FindingSerializer());
  public static final EngineType<Carried<ScopedFinding>> SCOPED_FINDING =
      carrying("ScopedFinding", new ScopedFindingSerializer());
  public static final EngineType<Outcome> OUTCOME =
      new EngineType<>("Outcome", Outcome.class, new OutcomeSerializer());

  private final String name;
  private final Class<? super T> type;
  private final TypeSerializer<T> serializer;

  private EngineType(String name, Class<? super T> type, TypeSerializer<T> serializer) {
    this.name = name;
    this.type = type;
    this.serializer = serializer;
  }

  private static <T> EngineType<Carried<T>> carrying(String name, TypeSerializer<T> serializer) {
    return new EngineType<>(name, Carried.class, new CarriedSerializer<>(serializer));
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
  @SuppressWarnings("unchecked") // a class knows nothing of its type's parameters
  public Class<T> getTypeClass() {
    return (Class<T>) type;
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
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EngineType<?> engineType && engineType.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof EngineType<?>;
  }
}
