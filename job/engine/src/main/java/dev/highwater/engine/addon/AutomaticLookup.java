package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupMatcher;
import dev.highwater.engine.plan.LookupTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code LOOKUP-} setting: {@code name key [AS field] ... [OUTPUT|OUTPUTNEW column [AS field]
 * ...]} (S-654). Immutable.
 *
 * @param setting where it is written
 * @param inputs the fields that are looked up
 * @param matcher over the columns that go with the inputs
 * @param outputs the fields that it gives with their columns
 * @param isNew whether fields that have a value keep it
 */
record AutomaticLookup(
    ConfSetting setting,
    List<String> inputs,
    LookupMatcher matcher,
    Map<String, String> outputs,
    boolean isNew) {

  AutomaticLookup {
    inputs = List.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  /**
   * Reads the setting.
   *
   * @throws dev.highwater.engine.spl.SplException when it is something else, or no lookup has the
   *     name
   */
  static AutomaticLookup parse(ConfSetting setting, FixedLookups lookups) {
    List<String> words = ConfWords.of(setting.value());
    LookupDefinition definition = words.isEmpty() ? null : lookups.definition(words.get(0));
    if (definition == null) {
      throw RegexExtraction.fault(
          setting, "there is no lookup '" + (words.isEmpty() ? "" : words.get(0)) + "'");
    }
    int output = 1;
    while (output < words.size() && !isOutput(words.get(output))) {
      output++;
    }
    Map<String, String> inputs = named(words.subList(1, output), setting);
    LookupTable table = lookups.contents(definition);
    Map<String, String> outputs =
        output < words.size()
            ? named(words.subList(output + 1, words.size()), setting)
            : others(definition.fields().isEmpty() ? table.fields() : definition.fields(), inputs);
    if (inputs.isEmpty()) {
      throw RegexExtraction.fault(setting, "expected 'lookup field', or 'lookup column AS field'");
    }
    boolean isNew = output < words.size() && words.get(output).equalsIgnoreCase("OUTPUTNEW");
    return new AutomaticLookup(
        setting,
        List.copyOf(inputs.keySet()),
        new LookupMatcher(definition, table, List.copyOf(inputs.values())),
        outputs,
        isNew);
  }

  private static boolean isOutput(String word) {
    return Set.of("output", "outputnew").contains(word.toLowerCase(Locale.ROOT));
  }

  /** Fields with their columns: {@code column [AS field]} one behind the other. */
  private static Map<String, String> named(List<String> words, ConfSetting setting) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String column = words.get(i);
      boolean hasName = i + 1 < words.size() && words.get(i + 1).equalsIgnoreCase("as");
      if (hasName && i + 2 >= words.size()) {
        throw RegexExtraction.fault(setting, "expected a field behind AS");
      }
      named.put(hasName ? words.get(i + 2) : column, column);
      i += hasName ? 2 : 0;
    }
    return named;
  }

  /** Without OUTPUT every other column is a field. */
  private static Map<String, String> others(List<String> columns, Map<String, String> inputs) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String column : columns) {
      if (!inputs.containsValue(column)) {
        others.put(column, column);
      }
    }
    return others;
  }

  /**
   * What a field has behind the lookup.
   *
   * @param own what it has before
   * @param before all fields before any lookup
   */
  @Nullable FieldValue value(String field, @Nullable FieldValue own, Fields before) {
    String column = outputs.get(field);
    if (column == null || (isNew && own != null)) {
      return own;
    }
    List<FieldValue> keys = new ArrayList<>(inputs.size());
    for (String input : inputs) {
      FieldValue key = before.get(input);
      if (key == null) {
        return own;
      }
      keys.add(key);
    }
    return matcher.values(column, matcher.matchesOfEach(keys));
  }
}
