package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Fills the {@code $field$} tokens of a message (S-702). */
public final class RiskMessage {

  private RiskMessage() {}

  /**
   * The template with each token replaced by the row's value, once and from left to right: what a
   * value brings in is not looked at again. A field without a value leaves its token as it is; the
   * values of a multivalue are joined by a comma and a space (both assumed).
   */
  public static String fill(String template, Fields row) {
    return fill(template, row, text -> text);
  }

  /** As {@link #fill}; values are written as they stand between the quotes of a search. */
  static String fillQuoted(String template, Fields row) {
    return fill(template, row, text -> text.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static String fill(String template, Fields row, UnaryOperator<String> written) {
    StringBuilder out = new StringBuilder(template.length() + 64);
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('$', at);
      int close = open < 0 ? -1 : template.indexOf('$', open + 1);
      if (close < 0) {
        break;
      }
      FieldValue value = row.get(template.substring(open + 1, close));
      if (value == null) {
        // The closing sign may open the next token: "$5 by $user$".
        out.append(template, at, close);
        at = close;
      } else {
        out.append(template, at, open).append(written.apply(joined(value)));
        at = close + 1;
      }
    }
    return out.append(template, at, template.length()).toString();
  }

  private static String joined(FieldValue value) {
    return value.members().stream().map(FieldValue::text).collect(Collectors.joining(", "));
  }
}
