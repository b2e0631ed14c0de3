package dev.highwater.engine.content;

import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.risk.DrilldownSearch;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.NotableConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.Severity;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is done with the findings of a detection, by its file and its deployment. */
public final class DetectionActions {

  private static final String CORRELATION = "Correlation";
  private static final String OWN_SEARCH = "%original_detection_search%";

  private DetectionActions() {}

  /** What the two say together (S-672, S-674). */
  public static FindingActions of(
      Detection detection, Deployment deployment, AttackCatalog attack) {
    return new FindingActions(
        detection.searchName(),
        detection.description(),
        deployment.raisesRisk(),
        detection.risk(),
        Annotations.of(
            detection.analyticStories(),
            detection.mitreAttackIds(),
            detection.cve(),
            detection.securityDomain(),
            detection.type(),
            attack),
        notable(detection, deployment.notable()));
  }

  private static @Nullable NotableConfiguration notable(
      Detection detection, Deployment.@Nullable Notable says) {
    if (says == null) {
      return null;
    }
    String prefix = detection.type().equals(CORRELATION) ? "RBA: " : "";
    return new NotableConfiguration(
        detection.findingTitle().isEmpty()
            ? prefix + filled(says.ruleTitle(), detection)
            : detection.findingTitle(),
        filled(says.ruleDescription(), detection),
        detection.securityDomain(),
        severity(detection.risk().riskObjects()),
        detection.drilldowns().stream().map(each -> drilldown(each, detection)).toList(),
        says.nesFields());
  }

  /** Fills what a deployment says of every detection in the detection's own words. */
  private static String filled(String template, Detection detection) {
    return template
        .replace("%name%", detection.name())
        .replace("%description%", detection.description())
        .replace("%type%", detection.type());
  }

  /** That of the highest score; high where no object has one (S-674). */
  private static Severity severity(List<RiskObject> objects) {
    OptionalInt highest =
        objects.stream().mapToInt(RiskObject::score).filter(score -> score > 0).max();
    return highest.isEmpty() ? Severity.HIGH : Severity.ofScore(highest.getAsInt());
  }

  private static DrilldownSearch drilldown(Drilldown drilldown, Detection detection) {
    return new DrilldownSearch(
        drilldown.name(),
        drilldown.search().text().replace(OWN_SEARCH, detection.search().text().strip()),
        drilldown.earliestOffset(),
        drilldown.latestOffset());
  }
}
