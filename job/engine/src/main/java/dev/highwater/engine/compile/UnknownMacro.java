package dev.highwater.engine.compile;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.MacroCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to say about a macro that does not exist (T-26). */
final class UnknownMacro {

  private UnknownMacro() {}

  /** The apps whose macros content names without bringing them, and those macros. */
  private static final Map<String, Json> OTHER_APPS = PlatformFile.read("other_apps.json").byName();

  static Diagnostic diagnostic(MacroCall call, MacroLibrary macros) {
    List<Integer> counts = argumentCounts(call.name(), macros);
    if (!counts.isEmpty()) {
      return Diagnostic.error(
          call.span(),
          "macro `"
              + call.name()
              + "` takes "
              + describe(counts)
              + ", not "
              + call.arguments().size());
    }
    String app = appOf(call.name());
    if (app != null) {
      return Diagnostic.unsupported(
              call.span(), "macro `" + call.signature() + "` belongs to " + app)
          .withHint("Define it in a file given with --macros");
    }
    Diagnostic unknown = Diagnostic.error(call.span(), "unknown macro `" + call.signature() + "`");
    String nearest = DidYouMean.nearest(call.name(), names(macros));
    return nearest == null ? unknown : unknown.withHint("Did you mean `" + nearest + "`?");
  }

  private static @Nullable String appOf(String macro) {
    for (Map.Entry<String, Json> app : OTHER_APPS.entrySet()) {
      if (app.getValue() instanceof Json.Items macros
          && macros.list().contains(new Json.Text(macro))) {
        return app.getKey();
      }
    }
    return null;
  }

  private static Set<String> names(MacroLibrary macros) {
    Set<String> names = new TreeSet<>();
    for (String signature : macros.signatures()) {
      names.add(nameOf(signature));
    }
    return names;
  }

  private static String nameOf(String signature) {
    int open = signature.indexOf('(');
    return open < 0 ? signature : signature.substring(0, open);
  }

  private static List<Integer> argumentCounts(String name, MacroLibrary macros) {
    Set<Integer> counts = new TreeSet<>();
    for (String signature : macros.signatures()) {
      if (nameOf(signature).equals(name)) {
        counts.add(argumentCount(signature));
      }
    }
    return List.copyOf(counts);
  }

  private static int argumentCount(String signature) {
    int open = signature.indexOf('(');
    return open < 0 ? 0 : Integer.parseInt(signature.substring(open + 1, signature.length() - 1));
  }

  private static String describe(List<Integer> counts) {
    String numbers =
        counts.stream()
            .map(count -> count == 0 ? "no" : Integer.toString(count))
            .collect(Collectors.joining(" or "));
    boolean isOne = counts.get(counts.size() - 1) == 1;
    return numbers + (isOne ? " argument" : " arguments");
  }
}
