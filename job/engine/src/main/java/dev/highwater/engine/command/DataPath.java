package dev.highwater.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in JSON or XML something stands, as {@code spath} writes it: names separated by dots, each
 * with {@code {}} for all items, {@code {2}} for one, {@code {@name}} for an attribute. Rule S-363.
 */
record DataPath(List<Step> steps) {

  private static final Pattern STEP = Pattern.compile("([^.{}]*)((?:\\{[^{}]*})*)(?:\\.|$)");
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  DataPath {
    steps = List.copyOf(steps);
  }

  /** One name with what stands in braces behind it; the name may be empty at the start. */
  record Step(String name, List<String> braces) {

    Step {
      braces = List.copyOf(braces);
    }

    /** The name of the attribute that the last braces ask for, null when they ask for none. */
    @Nullable String attribute() {
      String last = braces.isEmpty() ? "" : braces.get(braces.size() - 1);
      return last.startsWith("@") ? last.substring(1) : null;
    }
  }

  /** Null when the text is no path. */
  static @Nullable DataPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      List<String> braces = new ArrayList<>();
      Matcher brace = BRACES.matcher(matcher.group(2));
      while (brace.find()) {
        if (!isItems(brace.group(1))) {
          return null;
        }
        braces.add(brace.group(1));
      }
      steps.add(new Step(matcher.group(1), braces));
      at = matcher.end();
    }
    return at == text.length() && !steps.isEmpty() ? new DataPath(steps) : null;
  }

  private static boolean isItems(String inBraces) {
    return inBraces.isEmpty()
        || WholeNumber.isSpelledBy(inBraces)
        || (inBraces.startsWith("@") && inBraces.length() > 1);
  }
}
