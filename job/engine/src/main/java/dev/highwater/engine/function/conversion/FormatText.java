package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A format of {@code printf}: text with conversions in it (S-142). */
final class FormatText {

  private static final Pattern CONVERSION =
      Pattern.compile(
          "%([-+ #0']*)([0-9]{1,4}|\\*)?(?:\\.([0-9]{1,4}|\\*)?)?([aAcdeEfFgGiopsuxXz%])");

  private final List<String> texts;
  private final List<Conversion> conversions;

  private FormatText(List<String> texts, List<Conversion> conversions) {
    this.texts = texts;
    this.conversions = conversions;
  }

  /** The format that the text writes, {@code null} when a percent sign begins no conversion. */
  static @Nullable FormatText parse(String format) {
    List<String> texts = new ArrayList<>();
    List<Conversion> conversions = new ArrayList<>();
    Matcher matcher = CONVERSION.matcher(format);
    int at = 0;
    while (matcher.find()) {
      texts.add(format.substring(at, matcher.start()));
      conversions.add(Conversion.of(matcher));
      at = matcher.end();
    }
    texts.add(format.substring(at));
    return texts.stream().anyMatch(text -> text.indexOf('%') >= 0)
        ? null
        : new FormatText(texts, conversions);
  }

  /** The text with the values put in; NULL when one is missing or of the wrong kind. */
  @Nullable FieldValue apply(Iterator<? extends @Nullable FieldValue> values) {
    StringBuilder out = new StringBuilder(texts.get(0));
    for (int i = 0; i < conversions.size(); i++) {
      String converted = conversions.get(i).convert(values);
      if (converted == null) {
        return null;
      }
      out.append(converted).append(texts.get(i + 1));
    }
    return FieldValue.of(out.toString());
  }
}
