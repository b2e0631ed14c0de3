package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionActions;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What tests are run with.
 *
 * @param zone of the searches, and of events that name none
 * @param places where addresses are; null when nobody knows
 * @param integration whether the risk events that rows raise count, too
 */
public record TestSetting(
    ContentPack content, ZoneId zone, @Nullable PlaceDatabase places, boolean integration) {

  private static final AttackCatalog ATTACK = AttackCatalog.builtIn();

  /** What is done with the detection's findings. */
  FindingActions actions(Detection detection) {
    Deployment deployment = content.deploymentOf(detection);
    return deployment == null
        ? FindingActions.none(detection.searchName())
        : DetectionActions.of(detection, deployment, ATTACK);
  }
}
