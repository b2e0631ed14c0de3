package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How {@code key=value} pairs are found in a text. Rule S-984.
 *
 * @param pairDelimiters characters between pairs; empty to find {@code key=value} by itself
 * @param keyDelimiters characters between a key and its value
 * @param limit how many keys count at most
 * @param mostCharacters how much of the text counts
 * @param addsValues whether later values of a key are added; else the first one counts
 * @param cleansKeys whether keys become names that need no quotes
 */
public record KeyValuePairs(
    String pairDelimiters,
    String keyDelimiters,
    int limit,
    int mostCharacters,
    boolean addsValues,
    boolean cleansKeys) {

  /** As {@code extract} finds them without options. */
  public static final KeyValuePairs USUAL = new KeyValuePairs("", "", 50, 10_240, false, true);

  /** A value in quotes may be as long as an event: nothing in it is tried twice. */
  private static final Pattern BY_ITSELF =
      Pattern.compile(
          "([A-Za-z_][\\w.:-]*)=(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\\s\\p{Cntrl},;&|\"]+)");

  public KeyValuePairs withDelimiters(String pairs, String keys) {
    return new KeyValuePairs(pairs, keys, limit, mostCharacters, addsValues, cleansKeys);
  }

  public KeyValuePairs withLimits(int keys, int characters) {
    return new KeyValuePairs(
        pairDelimiters, keyDelimiters, keys, characters, addsValues, cleansKeys);
  }

  public KeyValuePairs withKeys(boolean adds, boolean cleans) {
    return new KeyValuePairs(pairDelimiters, keyDelimiters, limit, mostCharacters, adds, cleans);
  }

  /** The values of each key, in the order of the text. */
  public Map<String, List<FieldValue>> of(String text) {
    String counted = text.length() > mostCharacters ? text.substring(0, mostCharacters) : text;
    Map<String, List<FieldValue>> found = new LinkedHashMap<>();
    if (pairDelimiters.isEmpty() && keyDelimiters.isEmpty()) {
      Matcher matcher = BY_ITSELF.matcher(counted);
      while (matcher.find()) {
        add(matcher.group(1), matcher.group(2), found);
      }
      return found;
    }
    String between = pairDelimiters.isEmpty() ? "\n" : pairDelimiters;
    String behindKey = keyDelimiters.isEmpty() ? "=" : keyDelimiters;
    int start = 0;
    while (start < counted.length()) {
      int end = next(counted, start, between);
      int split = next(counted.substring(0, end), start, behindKey);
      if (split < end) {
        add(counted.substring(start, split), counted.substring(split + 1, end), found);
      }
      start = end + 1;
    }
    return found;
  }

  /** The next of some characters outside of quotes, else the end. */
  private static int next(String text, int from, String characters) {
    boolean inQuotes = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      inQuotes ^= c == '"';
      if (!inQuotes && characters.indexOf(c) >= 0) {
        return at;
      }
    }
    return text.length();
  }

  private void add(String key, String written, Map<String, List<FieldValue>> found) {
    String name = cleansKeys ? clean(key.strip()) : key.strip();
    String value = unquoted(written.strip());
    List<FieldValue> known = found.get(name);
    if (name.isEmpty() || value.isEmpty() || (known == null && found.size() == limit)) {
      return;
    }
    if (known == null) {
      found.put(name, new ArrayList<>(List.of(FieldValue.of(value))));
    } else if (addsValues) {
      known.add(FieldValue.of(value));
    }
  }

  /** The name that a key becomes: letters, digits and underscores, a letter first (S-655). */
  public static String clean(String key) {
    int start = 0;
    while (start < key.length() && !isLetter(key.charAt(start))) {
      start++; // digits and underscores in front, and what becomes one, go
    }
    StringBuilder name = new StringBuilder(key.length() - start);
    for (int at = start; at < key.length(); at++) {
      char c = key.charAt(at);
      if (!Character.isLowSurrogate(c) || !Character.isSurrogatePair(key.charAt(at - 1), c)) {
        name.append(isLetter(c) || (c >= '0' && c <= '9') ? c : '_');
      }
    }
    return name.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The options, as SPL. */
  String describe() {
    return (pairDelimiters.isEmpty() ? "" : " pairdelim=" + Written.quoted(pairDelimiters))
        + (keyDelimiters.isEmpty() ? "" : " kvdelim=" + Written.quoted(keyDelimiters))
        + " limit="
        + limit
        + " maxchars="
        + mostCharacters
        + " mv_add="
        + addsValues
        + " clean_keys="
        + cleansKeys;
  }
}
