package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;

/** {@code isarray(x)}: whether x is a JSON array. Rules S-170, S-940. */
public final class IsArray implements TypeTest {

  @Override
  public String name() {
    return "isarray";
  }

  @Override
  public boolean test(FieldValue value, boolean isQuoted) {
    return JsonReader.readStructure(value.text()) instanceof Json.Items;
  }
}
