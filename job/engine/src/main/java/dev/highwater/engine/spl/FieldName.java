package dev.highwater.engine.spl;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of fields as commands write them. */
public final class FieldName {

  private FieldName() {}

  /** The name, in quotes where a bare word could not say it. */
  public static String inSpl(String name) {
    boolean isBare = !name.isEmpty();
    for (int i = 0; i < name.length() && isBare; i++) {
      char c = name.charAt(i);
      isBare = Character.isLetterOrDigit(c) || "_.:{}*@-#$&;<>?/".indexOf(c) >= 0;
    }
    return isBare ? name : '"' + Quotes.escape(name, "\"") + '"';
  }

  /** The names with spaces between them. */
  public static String inSpl(Collection<String> names) {
    return names.stream().map(FieldName::inSpl).collect(Collectors.joining(" "));
  }
}
