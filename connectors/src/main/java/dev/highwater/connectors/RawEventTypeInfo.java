package dev.highwater.connectors;

import dev.highwater.engine.event.RawEvent;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** {@link RawEvent} as a Flink type: immutable, no key. */
public final class RawEventTypeInfo extends TypeInformation<RawEvent> {

  public static final RawEventTypeInfo INSTANCE = new RawEventTypeInfo();

  private static final long serialVersionUID = 1L;

  private RawEventTypeInfo() {}

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
  public Class<RawEvent> getTypeClass() {
    return RawEvent.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<RawEvent> createSerializer(SerializerConfig config) {
    return new RawEventSerializer();
  }

  @Override
  public String toString() {
    return "RawEvent";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawEventTypeInfo;
  }

  @Override
  public int hashCode() {
    return RawEventTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(@Nullable Object other) {
    return other instanceof RawEventTypeInfo;
  }
}
