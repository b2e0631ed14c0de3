package dev.highwater.engine.compile;

import dev.highwater.engine.spl.MacroCall;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What to say about a macro that does not exist (T-26). */
final class UnknownMacro {

  private UnknownMacro() {}

  /** Macros of other apps that content names without bringing them, and the apps. */
  private static final Map<String, String> OF_OTHER_APPS =
      Map.of(
          "cim_corporate_web_domain_search", "Splunk Common Information Model",
          "get_asset", "Splunk Enterprise Security",
          "get_identity4events", "Splunk Enterprise Security",
          "get_notable_index", "Splunk Enterprise Security",
          "get_risk_index", "Splunk Enterprise Security",
          "notable", "Splunk Enterprise Security",
          "notable_by_id", "Splunk Enterprise Security");

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
    String app = OF_OTHER_APPS.get(call.name());
    if (app != null) {
      return Diagnostic.unsupported(
              call.span(), "macro `" + call.signature() + "` belongs to " + app)
          .withHint("Define it in a file given with --macros");
    }
    Diagnostic unknown = Diagnostic.error(call.span(), "unknown macro `" + call.signature() + "`");
    String nearest = DidYouMean.nearest(call.name(), names(macros));
    return nearest == null ? unknown : unknown.withHint("Did you mean `" + nearest + "`?");
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
