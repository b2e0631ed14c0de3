package dev.highwater.engine.spl;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of fields as commands write them. */
public final class FieldName {

  /** What means something to one command or other when it stands bare. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "by",
          "d",
          "desc",
          "fields",
          "filter",
          "from",
          "groupby",
          "in",
          "output",
          "outputnew",
          "over",
          "sortby",
          "where",
          "with");

  private static final String SIGNS = "_.:{}*@-#$&;<>?/";

  private FieldName() {}

  /** The name, in quotes where a bare word could not say it. */
  public static String inSpl(String name) {
    return isBare(name) ? name : '"' + Quotes.escape(name, "\"") + '"';
  }

  /** The name, in single quotes instead of double ones, in which it would be a text. */
  public static String besideTexts(String name) {
    return isBare(name) ? name : "'" + Quotes.escape(name, "'") + "'";
  }

  /** The names with spaces between them. */
  public static String inSpl(Collection<String> names) {
    return names.stream().map(FieldName::inSpl).collect(Collectors.joining(" "));
  }

  /** Whether a bare word says it in any command: no sign, number or keyword to any of them. */
  private static boolean isBare(String name) {
    if (name.isEmpty() || "-$".indexOf(name.charAt(0)) >= 0 || isKeyword(name)) {
      return false;
    }
    boolean isNumber = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && SIGNS.indexOf(c) < 0) {
        return false;
      }
      isNumber &= CharacterKinds.isDigit(c);
    }
    return !isNumber;
  }

  private static boolean isKeyword(String name) {
    return KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
