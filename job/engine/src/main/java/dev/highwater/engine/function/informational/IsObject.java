package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;

/** {@code isobject(x)}: whether x is a JSON object. Rules S-170, S-940. */
public final class IsObject implements TypeTest {

  @Override
  public String name() {
    return "isobject";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return JsonReader.readStructure(value.text()) instanceof Json.Members;
  }
}
