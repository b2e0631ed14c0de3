package dev.highwater.engine.addon;

import dev.highwater.engine.command.JsonFields;
import dev.highwater.engine.command.KeyValuePairs;
import dev.highwater.engine.command.XmlFields;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.RequiredLiterals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that events name themselves, as {@code KV_MODE} says (S-656, S-1220). */
final class AutomaticFields {

  /** Many a line begins with a time or a level in brackets, which is no JSON. */
  private static final Pattern JSON_START =
      Pattern.compile("\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\[\"\\]])");

  private static final KeyValuePairs PAIRS = KeyValuePairs.USUAL.withLimits(100, 10_240);

  /** What a program wrote says all that it says (S-1905). */
  private static final KeyValuePairs WRITTEN =
      KeyValuePairs.USUAL.withLimits(Integer.MAX_VALUE, Integer.MAX_VALUE).withKeys(true, false);

  private AutomaticFields() {}

  /**
   * What takes them.
   *
   * @param mode the setting; {@code null} for {@code auto}
   * @param triesJson whether {@code auto} looks whether the event is JSON
   * @param trims whether blanks around values go, in quotes or not
   * @return {@code null} for none
   * @throws dev.highwater.engine.spl.SplException for a mode that is not known
   */
  static @Nullable Extraction of(@Nullable ConfSetting mode, boolean triesJson, boolean trims) {
    UnaryOperator<FieldValue> form = trims ? AutomaticFields::trimmed : UnaryOperator.identity();
    String name = mode == null ? "auto" : mode.value().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "none" -> null;
      case "auto" -> open((text, limits) -> auto(text, limits, triesJson, form), "\\");
      case "auto_escaped" ->
          open((text, limits) -> pairs(WRITTEN, text, value -> form.apply(unescaped(value))), "\\");
      case "json" -> open(AutomaticFields::json, "\\");
      case "xml" -> open((text, limits) -> XmlFields.all(text), "&");
      case "multi" -> null; // tables need a multikv.conf, which none of the content has
      default ->
          throw RegexExtraction.fault(
              Objects.requireNonNull(mode), "unknown KV_MODE '" + mode.value() + "'");
    };
  }

  /** The fields of {@code INDEXED_EXTRACTIONS = json}, which come before all others (S-1316). */
  static Extraction indexedJson() {
    return open(AutomaticFields::json, "\\");
  }

  private static Extraction open(TextExtraction.Reading reading, String escape) {
    return new TextExtraction(
        reading, Set.of(), true, RegexExtraction.RAW, RequiredLiterals.NONE, Optional.of(escape));
  }

  private static Map<String, List<FieldValue>> auto(
      String text, RuleLimits limits, boolean triesJson, UnaryOperator<FieldValue> form) {
    Map<String, List<FieldValue>> json = triesJson ? json(text, limits) : Map.of();
    return json.isEmpty() ? pairs(PAIRS, text, form) : json;
  }

  private static Map<String, List<FieldValue>> json(String text, RuleLimits limits) {
    return JSON_START.matcher(text).lookingAt() ? JsonFields.all(text) : Map.of();
  }

  /** The pairs that have a value when it has its form. */
  private static Map<String, List<FieldValue>> pairs(
      KeyValuePairs wanted, String text, UnaryOperator<FieldValue> form) {
    Map<String, List<FieldValue>> formed = new LinkedHashMap<>();
    wanted
        .of(text)
        .forEach(
            (name, values) -> {
              List<FieldValue> kept =
                  values.stream().map(form).filter(value -> !value.text().isEmpty()).toList();
              if (!kept.isEmpty()) {
                formed.put(name, kept);
              }
            });
    return formed;
  }

  /** Only blanks go, no other white space. */
  private static FieldValue trimmed(FieldValue value) {
    String text = value.text();
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end - start == text.length() ? value : FieldValue.of(text.substring(start, end));
  }

  /** A value that may hold escaped quotes and backslashes. */
  private static FieldValue unescaped(FieldValue value) {
    return FieldValue.of(value.text().replaceAll("\\\\([\"\\\\])", "$1"));
  }
}
