package dev.highwater.engine.command;

import java.util.List;
import java.util.stream.Collectors;

/** Words as SPL writes them: in quotes where they would not be read back as one word. */
final class Written {

  private static final String SPECIAL = " \t\r\n,()[]|=\"'!`";

  private Written() {}

  static String name(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)
        ? name
        : text(name);
  }

  static String names(List<String> names) {
    return names.stream().map(Written::name).collect(Collectors.joining(", "));
  }

  /** In quotes, whatever it is. */
  static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
