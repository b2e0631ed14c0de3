package dev.highwater.connectors;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackLabels;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.Notable.NotableEntity;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.Severity;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.Map;

/** A finding and what it raises, to be sent somewhere. */
public final class Raised {

  private Raised() {}

  public static Outcome risk(String id) {
    return new Outcome.Raised(event(id, Finding.Status.AMENDED, RiskObjectType.SYSTEM, 64));
  }

  public static Outcome notable() {
    return new Outcome.Notified(notable(Finding.Status.FINAL, Severity.CRITICAL, List.of()));
  }

  public static Finding finding() {
    return new Finding(
        "f1",
        Finding.Status.FINAL,
        0,
        "A",
        "id",
        1,
        "TTP",
        new SearchWindow(3_600_000, 0, 3_000_000),
        new Row());
  }

  /** The second revision of a risk event. */
  public static RiskEvent event(String id, Finding.Status status, RiskObjectType type, int score) {
    return new RiskEvent(
        id,
        "f1",
        status,
        2,
        3_600_500,
        "ESCU - A - Rule",
        "",
        "h",
        type,
        "h",
        CalculatedScore.of(score),
        "m",
        List.of(),
        List.of(),
        new Annotations(Map.of("mitre_attack", List.of("T1053", "T1543.002")), AttackLabels.NONE),
        "",
        0,
        3_000_000,
        3_600_000,
        new Row().set("dest", FieldValue.of("h")));
  }

  public static Notable notable(
      Finding.Status status, Severity urgency, List<NotableEntity> entities) {
    return new Notable(
        "n1",
        "f1",
        status,
        0,
        3_600_000,
        "ESCU - A - Rule",
        "t",
        "d",
        "endpoint",
        Severity.HIGH,
        urgency,
        List.of(),
        entities,
        Annotations.NONE,
        0,
        3_000_000,
        new Row());
  }
}
