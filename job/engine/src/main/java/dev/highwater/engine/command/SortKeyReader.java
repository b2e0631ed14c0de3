package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code - a, +num(b) "c d" desc}: a sign that stands by itself holds for all fields behind
 * it, one at a field for that field. Rule S-300.
 */
final class SortKeyReader {

  private static final Pattern TYPED = Pattern.compile("(?s)(auto|num|str|ip)\\((.*)\\)");

  private final ArgumentReader arguments;
  private final PlanContext context;
  private final List<SortKey> keys = new ArrayList<>();
  private boolean isDescending;

  SortKeyReader(ArgumentReader arguments, PlanContext context) {
    this.arguments = arguments;
    this.context = context;
  }

  /** Reads up to the end; at least one key. */
  List<SortKey> readToEnd() {
    while (!arguments.isAtEnd()) {
      while (arguments.tryPunctuation(',')) {}
      if (!arguments.isAtEnd() && !takesReversal()) {
        keys.add(key());
      }
    }
    if (keys.isEmpty()) {
      throw arguments.error(arguments.here(), "there is no field to sort by");
    }
    return keys;
  }

  /** A {@code desc} at the end turns all directions. */
  private boolean takesReversal() {
    if (keys.isEmpty() || !(arguments.tryKeyword("desc") || arguments.tryKeyword("d"))) {
      return false;
    }
    arguments.expectEnd();
    keys.replaceAll(key -> new SortKey(key.field(), key.kind(), !key.isDescending()));
    return true;
  }

  private SortKey key() {
    Word word = arguments.fieldName("a field to sort by");
    boolean isSigned =
        !word.quoted() && (word.text().startsWith("-") || word.text().startsWith("+"));
    if (!isSigned) {
      checkDirection(word);
      return key(word.text(), word.quoted(), isDescending);
    }
    boolean isMinus = word.text().startsWith("-");
    if (word.text().length() > 1) {
      return key(word.text().substring(1), false, isMinus);
    }
    Word field = arguments.fieldName("a field to sort by");
    boolean standsAlone = field.span().start() > word.span().end();
    isDescending = standsAlone ? isMinus : isDescending;
    return key(field.text(), field.quoted(), isMinus);
  }

  /** Only {@code desc} is a direction. */
  private void checkDirection(Word word) {
    if (!word.quoted() && !keys.isEmpty() && word.text().equalsIgnoreCase("asc")) {
      context.warn(
          Diagnostic.warning(word.span(), "'" + word.text() + "' is a field here, not a direction")
              .withHint("Leave it out: rows are sorted upwards unless told otherwise")
              .withRule("S-1044"));
    }
  }

  private static SortKey key(String text, boolean isQuoted, boolean isDescending) {
    Matcher typed = TYPED.matcher(text);
    if (isQuoted || !typed.matches()) {
      return new SortKey(text, SortKey.Kind.AUTO, isDescending);
    }
    SortKey.Kind kind = SortKey.Kind.valueOf(typed.group(1).toUpperCase(Locale.ROOT));
    return new SortKey(unquoted(typed.group(2).strip()), kind, isDescending);
  }

  private static String unquoted(String name) {
    boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return isQuoted
        ? name.substring(1, name.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : name;
  }
}
