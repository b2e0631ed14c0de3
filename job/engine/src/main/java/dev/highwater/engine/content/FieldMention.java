package dev.highwater.engine.content;

import dev.highwater.engine.spl.SourceSpan;

/**
 * A place of a detection's file that counts on a field of the rows that its search gives.
 *
 * @param field its name
 * @param place where it is named
 * @param use what it is named for
 */
public record FieldMention(String field, SourceSpan place, Use use) {

  /** What a field is named for, and what comes of it when no row has the field. */
  public enum Use {
    RISK_MESSAGE("the token stays as it is in the message"),
    RISK_OBJECT("no risk is raised for it"),
    THREAT_OBJECT("it names no threat"),
    THROTTLING("it tells no findings apart"),
    DRILLDOWN("the drilldown does not know it");

    private final String consequence;

    Use(String consequence) {
      this.consequence = consequence;
    }

    String consequence() {
      return consequence;
    }

    /** Whether it is there for the risk that findings raise. */
    public boolean isForRisk() {
      return this == RISK_MESSAGE || this == RISK_OBJECT || this == THREAT_OBJECT;
    }
  }
}
