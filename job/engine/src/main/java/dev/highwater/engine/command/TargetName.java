package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.FieldSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a field that is set; it may hold values of other fields, as {@code count_{host}} does
 * (S-110).
 *
 * @param text as written
 * @param isTemplate whether names in braces stand for values
 */
record TargetName(String text, boolean isTemplate) {

  /** Braces around a name; around nothing or a number they belong to an array's name. */
  private static final Pattern VALUE = Pattern.compile("\\{([^{}]*[^{}0-9][^{}]*)}");

  /**
   * A name as written.
   *
   * @param quoted whether it stood in quotes, where braces are characters like others
   */
  static TargetName of(String text, boolean quoted) {
    return new TargetName(text, !quoted && VALUE.matcher(text).find());
  }

  /** The fields whose values stand in the name. */
  FieldSet reads() {
    Set<String> names = new TreeSet<>();
    Matcher value = VALUE.matcher(text);
    while (isTemplate && value.find()) {
      names.add(value.group(1));
    }
    return FieldSet.of(names);
  }

  /** The name for a row; {@code null} when a field in it has no value. */
  @Nullable String in(Fields row) {
    if (!isTemplate) {
      return text;
    }
    StringBuilder name = new StringBuilder();
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      FieldValue found = row.get(value.group(1));
      if (found == null) {
        return null;
      }
      value.appendReplacement(name, Matcher.quoteReplacement(found.text()));
    }
    return value.appendTail(name).toString();
  }

  /** The name in SPL: in quotes where braces are no values. */
  String describe() {
    if (isTemplate) {
      return text;
    }
    return VALUE.matcher(text).find() ? Written.quoted(text) : Written.word(text);
  }
}
