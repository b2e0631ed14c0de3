package dev.highwater.engine.content;

import dev.highwater.engine.plan.LookupDefinition.MatchType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The match types of a lookup as content writes them: {@code WILDCARD(field)} (S-351). */
final class MatchTypes {

  private static final Pattern FORM =
      Pattern.compile("(?i)\\s*(WILDCARD|CIDR|EXACT)\\s*\\(\\s*(.+?)\\s*\\)\\s*");

  private MatchTypes() {}

  static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /** By column; what is not well formed is left out. */
  static Map<String, MatchType> parse(List<String> texts) {
    Map<String, MatchType> byColumn = new HashMap<>();
    for (String text : texts) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        byColumn.put(form.group(2), MatchType.valueOf(form.group(1).toUpperCase(Locale.ROOT)));
      }
    }
    return byColumn;
  }
}
