package dev.highwater.engine.addon;

import dev.highwater.engine.command.JsonFields;
import dev.highwater.engine.command.KeyValuePairs;
import dev.highwater.engine.command.XmlFields;
import dev.highwater.engine.event.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that events name themselves, as {@code KV_MODE} says (S-656, S-1220). */
final class AutomaticFields {

  private static final KeyValuePairs PAIRS = KeyValuePairs.USUAL.withLimits(100, 10_240);

  /** What a program wrote says all that it says (S-1905). */
  private static final KeyValuePairs WRITTEN =
      KeyValuePairs.USUAL.withLimits(Integer.MAX_VALUE, Integer.MAX_VALUE).withKeys(true, false);

  private AutomaticFields() {}

  /**
   * What takes them.
   *
   * @param mode the setting; {@code null} for {@code auto}
   * @return {@code null} for none
   * @throws dev.highwater.engine.spl.SplException for a mode that is not known
   */
  static @Nullable Extraction of(@Nullable ConfSetting mode) {
    String name = mode == null ? "auto" : mode.value().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "none" -> null;
      case "auto" -> open(AutomaticFields::auto, "\\");
      case "auto_escaped" -> open(AutomaticFields::escaped, "\\");
      case "json" -> open(AutomaticFields::json, "\\");
      case "xml" -> open((text, limits) -> XmlFields.all(text), "&");
      case "multi" -> null; // tables need a multikv.conf, which none of the content has
      default ->
          throw RegexExtraction.fault(
              Objects.requireNonNull(mode), "unknown KV_MODE '" + mode.value() + "'");
    };
  }

  private static Extraction open(TextExtraction.Reading reading, String escape) {
    return new TextExtraction(reading, Set.of(), true, RegexExtraction.RAW, Optional.of(escape));
  }

  private static Map<String, List<FieldValue>> auto(String text, RuleLimits limits) {
    Map<String, List<FieldValue>> json = json(text, limits);
    return json.isEmpty() ? PAIRS.of(text) : json;
  }

  private static Map<String, List<FieldValue>> json(String text, RuleLimits limits) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    boolean isStructure =
        start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    return isStructure ? JsonFields.all(text) : Map.of();
  }

  /** Pairs whose values may hold escaped quotes and backslashes. */
  private static Map<String, List<FieldValue>> escaped(String text, RuleLimits limits) {
    Map<String, List<FieldValue>> plain = new LinkedHashMap<>();
    WRITTEN
        .of(text)
        .forEach(
            (name, values) ->
                plain.put(name, values.stream().map(AutomaticFields::unescaped).toList()));
    return plain;
  }

  private static FieldValue unescaped(FieldValue value) {
    return FieldValue.of(value.text().replaceAll("\\\\([\"\\\\])", "$1"));
  }
}
