package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads Splunk's .conf syntax (S-664): stanzas, {@code key = value}, {@code \} at a line's end goes
 * on, {@code #} comments.
 */
public final class ConfFile {

  private final String file;
  private final String text;
  private final Consumer<Diagnostic> problems;
  private final Map<String, Map<String, ConfSetting>> stanzas = new LinkedHashMap<>();
  private Map<String, ConfSetting> current;
  private String stanza = "default";
  private int at;

  private ConfFile(String file, String text, Consumer<Diagnostic> problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
    this.current = stanza("default");
  }

  /**
   * The stanzas by name, in the order of the file.
   *
   * @throws SplException for a line that is neither stanza, setting nor comment
   */
  public static Map<String, ConfStanza> parse(String file, String text) {
    return parse(
        file,
        text,
        problem -> {
          throw new SplException(problem);
        });
  }

  /** The same, whatever its lines are; those that are nothing are told of and left out. */
  public static Map<String, ConfStanza> parse(
      String file, String text, Consumer<Diagnostic> problems) {
    ConfFile conf = new ConfFile(file, text.replace("\r\n", "\n"), problems);
    while (conf.at < conf.text.length()) {
      conf.line();
    }
    Map<String, ConfStanza> result = new LinkedHashMap<>();
    conf.stanzas.forEach(
        (name, settings) -> {
          if (!settings.isEmpty() || !name.equals("default")) {
            result.put(name, new ConfStanza(name, settings));
          }
        });
    return result;
  }

  private Map<String, ConfSetting> stanza(String name) {
    return stanzas.computeIfAbsent(name, key -> new LinkedHashMap<>());
  }

  private void line() {
    int start = at;
    int end = lineEnd(start);
    String line = text.substring(start, end).strip();
    at = end + 1;
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[") && line.endsWith("]")) {
      stanza = line.substring(1, line.length() - 1);
      current = stanza(stanza);
      return;
    }
    int equals = text.indexOf('=', start);
    if (equals < 0 || equals >= end) {
      SplSource whole = SplSources.of(file, text);
      problems.accept(
          Diagnostic.error(
                  new SourceSpan(whole, start, end), "expected [stanza], key = value or # comment")
              .withHint("Write the setting as key = value"));
      return;
    }
    String key = text.substring(start, equals).strip();
    current.put(key, new ConfSetting(stanza, key, value(equals + 1, end)));
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private boolean goesOn(int end) {
    return text.charAt(end - 1) == '\\' && end < text.length();
  }

  /** The end of the last of the lines that go on from the one that ends there. */
  private int lastLineEnd(int firstEnd) {
    int end = firstEnd;
    while (end > 0 && goesOn(end)) {
      end = lineEnd(end + 1);
    }
    return end;
  }

  /** The value from {@code start}, lines that go on joined by a line feed. */
  private SplSource value(int start, int firstEnd) {
    StringBuilder value = new StringBuilder();
    int[] offsets = new int[lastLineEnd(firstEnd) - start + 1];
    int from = start;
    int end = firstEnd;
    while (end > from && goesOn(end)) {
      append(value, offsets, from, end - 1);
      offsets[value.length()] = end;
      value.append('\n');
      from = end + 1;
      end = lineEnd(from);
    }
    append(value, offsets, from, end);
    at = end + 1;
    int left = 0;
    int right = value.length();
    while (left < right && Character.isWhitespace(value.charAt(left))) {
      left++;
    }
    while (right > left && Character.isWhitespace(value.charAt(right - 1))) {
      right--;
    }
    int[] kept = Arrays.copyOfRange(offsets, left, right + 1);
    kept[right - left] = right > left ? kept[right - left - 1] + 1 : start;
    return SplSources.inFile(file, text, value.substring(left, right), kept);
  }

  private void append(StringBuilder value, int[] offsets, int from, int to) {
    for (int i = from; i < to; i++) {
      offsets[value.length()] = i;
      value.append(text.charAt(i));
    }
  }
}
