package dev.highwater.engine.verify;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the risk events of a detection pass its integration test (S-1802). */
final class RiskCheck {

  private static final Pattern TOKEN = Pattern.compile("\\$\\S+?\\$");

  private RiskCheck() {}

  /** Whether there are any, and each is what the detection says. */
  static Verdict of(Detection detection, List<RiskEvent> events) {
    if (events.isEmpty()) {
      return Verdict.failed("no risk event");
    }
    for (RiskEvent event : events) {
      Verdict verdict = of(detection, event);
      if (!verdict.isPassed()) {
        return verdict;
      }
    }
    Set<RiskObject> without = new HashSet<>(detection.risk().riskObjects());
    events.forEach(event -> without.removeIf(object -> isOf(object, event)));
    return without.isEmpty()
        ? Verdict.PASSED
        : Verdict.failed(
            "no risk event for the risk object '" + without.iterator().next().field() + "'");
  }

  private static Verdict of(Detection detection, RiskEvent event) {
    if (!event.searchName().equals(detection.searchName())) {
      return Verdict.failed("a risk event is of '" + event.searchName() + "'");
    }
    if (!sameNames(named(event, Annotations.STORIES), detection.analyticStories())
        || !sameNames(named(event, Annotations.TECHNIQUES), detection.mitreAttackIds())) {
      return Verdict.failed("a risk event has other stories or techniques");
    }
    if (detection.risk().riskObjects().stream().noneMatch(object -> isOf(object, event))) {
      return Verdict.failed(
          "no risk object of the detection gives '%s' of type %s, score %d and message '%s'"
              .formatted(
                  event.riskObject(),
                  event.riskObjectType().text(),
                  event.riskScore(),
                  event.riskMessage()));
    }
    return Verdict.PASSED;
  }

  private static List<String> named(RiskEvent event, String framework) {
    return event.annotations().byFramework().getOrDefault(framework, List.of());
  }

  private static boolean sameNames(List<String> left, List<String> right) {
    return new TreeSet<>(left).equals(new TreeSet<>(right));
  }

  private static boolean isOf(RiskObject object, RiskEvent event) {
    return object.type() == event.riskObjectType()
        && object.score() == event.riskScore()
        && isFilled(object.message(), event.riskMessage());
  }

  /** A message begins with its template, with a text that is not blank for each token. */
  private static boolean isFilled(String template, String message) {
    StringBuilder regex = new StringBuilder();
    Matcher tokens = TOKEN.matcher(template);
    int at = 0;
    while (tokens.find()) {
      if (message.contains(tokens.group())) {
        return false;
      }
      regex.append(Pattern.quote(template.substring(at, tokens.start())));
      regex.append("[\\s\\S]*\\S[\\s\\S]*");
      at = tokens.end();
    }
    regex.append(Pattern.quote(template.substring(at)));
    return Pattern.compile(regex.toString()).matcher(message).lookingAt();
  }
}
