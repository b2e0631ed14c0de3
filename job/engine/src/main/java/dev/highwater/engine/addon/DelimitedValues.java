package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values between delimiters, one field after the other; a value in quotes may hold delimiters, and
 * an empty one gives no field (S-1221).
 *
 * @param delimiters characters each of which separates
 */
record DelimitedValues(String delimiters, List<String> names) {

  DelimitedValues {
    names = List.copyOf(names);
  }

  Map<String, List<FieldValue>> of(String text) {
    Map<String, List<FieldValue>> found = new LinkedHashMap<>();
    int start = 0;
    for (int i = 0; i < names.size() && start <= text.length(); i++) {
      int end = end(text, start);
      String value = unquoted(text.substring(start, end).strip());
      if (!value.isEmpty() && !names.get(i).isEmpty()) {
        found.putIfAbsent(names.get(i), List.of(FieldValue.of(value)));
      }
      start = end + 1;
    }
    return found;
  }

  private int end(String text, int start) {
    boolean inQuotes = false;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      inQuotes ^= c == '"';
      if (!inQuotes && delimiters.indexOf(c) >= 0) {
        return at;
      }
    }
    return text.length();
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
  }
}
