package dev.highwater.engine.content;

import dev.highwater.engine.spl.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds detections by what a user types. */
final class DetectionIndex {

  private final List<Detection> detections;

  DetectionIndex(List<Detection> detections) {
    this.detections = detections;
  }

  List<Detection> find(String text) {
    String wanted = text.strip();
    List<Detection> named =
        matching(
            detection ->
                detection.name().equalsIgnoreCase(wanted)
                    || detection.id().equalsIgnoreCase(wanted));
    List<Detection> found = named.isEmpty() ? matching(byFile(wanted)) : named;
    boolean isPattern = wanted.indexOf('*') >= 0 || wanted.indexOf('?') >= 0;
    return found.isEmpty() && isPattern ? matching(byPattern(wanted)) : found;
  }

  String notFound(String text) {
    String nearest = nearest(text.strip());
    return "no detection '"
        + text
        + "'"
        + (nearest == null ? "" : ". Did you mean '" + nearest + "'?");
  }

  private @Nullable String nearest(String text) {
    List<String> known = new ArrayList<>();
    detections.forEach(detection -> known.add(detection.name()));
    String name = DidYouMean.nearest(text, known);
    if (name != null) {
      return name;
    }
    known.clear();
    detections.forEach(detection -> known.add(detection.fileStem()));
    return DidYouMean.nearest(text, known);
  }

  private List<Detection> matching(Predicate<Detection> predicate) {
    return detections.stream().filter(predicate).toList();
  }

  /** A path that ends in the detection's, or an end of the detection's path, or its bare name. */
  private static Predicate<Detection> byFile(String text) {
    String wanted = "/" + text.replace('\\', '/').replaceFirst("^(\\./)+", "");
    return detection -> {
      String path = "/" + detection.file();
      return endsWith(wanted, path)
          || endsWith(path, wanted)
          || ("/" + detection.fileStem()).equalsIgnoreCase(wanted);
    };
  }

  private static boolean endsWith(String text, String end) {
    return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
  }

  private static Predicate<Detection> byPattern(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Predicate<String> matches =
        Pattern.compile(
                regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
            .asMatchPredicate();
    return detection ->
        matches.test(detection.name())
            || matches.test(detection.id())
            || matches.test(detection.file())
            || matches.test(detection.fileStem())
            || matches.test(detection.fileStem() + ".yml");
  }
}
