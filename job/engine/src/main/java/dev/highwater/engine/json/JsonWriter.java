package dev.highwater.engine.json;

import dev.highwater.engine.event.NumericText;
import java.util.Map;

/** Writes JSON on one line, without white space; numbers as S-112 says where no digit is lost. */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  public static String write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Json value) {
    if (value instanceof Json.Members members) {
      members(members);
    } else if (value instanceof Json.Items items) {
      items(items);
    } else if (value instanceof Json.Text text) {
      string(text.text());
    } else if (value instanceof Json.Numeral number) {
      out.append(
          Json.isExact(number.text())
              ? NumericText.format(Double.parseDouble(number.text()))
              : number.text());
    } else {
      out.append(value instanceof Json.Truth truth ? String.valueOf(truth.isTrue()) : "null");
    }
  }

  private void members(Json.Members members) {
    char separator = '{';
    for (Map.Entry<String, Json> member : members.byName().entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private void items(Json.Items items) {
    char separator = '[';
    for (Json item : items.list()) {
      out.append(separator);
      value(item);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append("\\u00")
                .append(c < 16 ? '0' : '1')
                .append("0123456789abcdef".charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
