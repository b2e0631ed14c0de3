package dev.highwater.engine.risk;

import java.util.Locale;

/** How grave a notable is, and how urgent; also how much an asset or identity matters. */
public enum Severity {
  INFORMATIONAL,
  UNKNOWN,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /**
   * That of the highest risk score of a detection (S-674).
   *
   * @param score 0 to 100
   */
  public static Severity ofScore(int score) {
    if (score <= 20) {
      return INFORMATIONAL;
    } else if (score <= 40) {
      return LOW;
    } else if (score <= 60) {
      return MEDIUM;
    }
    return score <= 80 ? HIGH : CRITICAL;
  }

  /** As content spells it, in any case; {@link #UNKNOWN} for anything else. */
  public static Severity spelled(String text) {
    for (Severity severity : values()) {
      if (severity.name().equalsIgnoreCase(text.strip())) {
        return severity;
      }
    }
    return UNKNOWN;
  }

  /** As events spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The urgency of a notable of this severity about somebody of that priority (S-709). */
  public Severity urgency(Severity priority) {
    if (this == INFORMATIONAL) {
      return INFORMATIONAL;
    }
    return switch (priority) {
      case MEDIUM -> this == UNKNOWN ? LOW : this;
      case HIGH -> this.compareTo(MEDIUM) <= 0 ? MEDIUM : this;
      case CRITICAL ->
          this.compareTo(LOW) <= 0 ? MEDIUM : this.compareTo(MEDIUM) <= 0 ? HIGH : CRITICAL;
      default ->
          switch (this) {
            case HIGH -> MEDIUM;
            case CRITICAL -> HIGH;
            default -> LOW;
          };
    };
  }
}
