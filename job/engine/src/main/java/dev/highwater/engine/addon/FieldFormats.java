package dev.highwater.engine.addon;

import dev.highwater.engine.command.KeyValuePairs;
import dev.highwater.engine.match.PcreMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code FORMAT} makes of a match: {@code name::value} parts with {@code $1} for groups on
 * both sides (S-655, S-1221).
 */
record FieldFormats(List<Part> parts) {

  private static final Pattern PART =
      Pattern.compile("\\s*([^\\s:\"]+(?::[^\\s:\"]+)*)::(\"(?:[^\"\\\\]|\\\\.)*\"|\\S*)\\s*");
  private static final Pattern GROUP = Pattern.compile("\\$(\\d+)");

  /** One field, both sides with {@code $1} in them. */
  record Part(String name, String value) {

    boolean isNamedByEvent() {
      return GROUP.matcher(name).find();
    }

    boolean isWhole() {
      return group() != null && (!isNamedByEvent() || GROUP.matcher(name).matches());
    }

    /** The group that is the whole value, {@code null} when it is more or less. */
    @Nullable Integer group() {
      Matcher whole = GROUP.matcher(value);
      return whole.matches() ? Integer.valueOf(whole.group(1)) : null;
    }
  }

  FieldFormats {
    parts = List.copyOf(parts);
  }

  /**
   * Reads the setting.
   *
   * @throws dev.highwater.engine.spl.SplException when it is something else
   */
  static FieldFormats parse(ConfSetting setting) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(setting.value());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String value = matcher.group(2);
      boolean isQuoted = value.length() > 1 && value.startsWith("\"");
      parts.add(
          new Part(matcher.group(1), isQuoted ? value.substring(1, value.length() - 1) : value));
      end = matcher.end();
    }
    if (parts.isEmpty() || end < setting.value().length()) {
      throw RegexExtraction.fault(setting, "FORMAT must be of the form field::$1");
    }
    return new FieldFormats(parts);
  }

  /** The named groups of an expression, each a field. */
  static FieldFormats ofGroups(Map<String, Integer> groups) {
    List<Part> parts = new ArrayList<>();
    groups.forEach((name, group) -> parts.add(new Part(name, "$" + group)));
    return new FieldFormats(parts);
  }

  /** Whether it is {@code $1::$2}. */
  boolean isPairs() {
    return parts.size() == 1 && parts.get(0).equals(new Part("$1", "$2"));
  }

  /** Whether events name fields themselves. */
  boolean isOpen() {
    return parts.stream().anyMatch(Part::isNamedByEvent);
  }

  /** Whether values and names are what the event holds, in one piece. */
  boolean isWhole() {
    return parts.stream().allMatch(Part::isWhole);
  }

  /** The names that do not depend on the event. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    parts.stream().filter(part -> !part.isNamedByEvent()).forEach(part -> names.add(part.name()));
    return names;
  }

  /** Each field with its group; {@code null} when it is not as simple as that. */
  @Nullable Map<String, Integer> groups() {
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (Part part : parts) {
      Integer group = part.group();
      if (group == null || part.isNamedByEvent()) {
        return null;
      }
      groups.putIfAbsent(part.name(), group);
    }
    return groups;
  }

  /** Gives the fields of a match that have a name and a value. */
  void fields(PcreMatcher match, boolean cleansKeys, BiConsumer<String, String> fields) {
    for (Part part : parts) {
      String name = filled(part.name(), match);
      String value = filled(part.value(), match);
      String key = cleansKeys && part.isNamedByEvent() ? KeyValuePairs.clean(name) : name;
      if (!key.isEmpty() && !value.isEmpty()) {
        fields.accept(key, value);
      }
    }
  }

  private static String filled(String text, PcreMatcher match) {
    return GROUP
        .matcher(text)
        .replaceAll(
            group -> {
              String value = match.group(Integer.parseInt(group.group(1)));
              return value == null ? "" : Matcher.quoteReplacement(value);
            });
  }
}
