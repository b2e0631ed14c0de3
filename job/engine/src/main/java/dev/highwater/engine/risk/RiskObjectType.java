package dev.highwater.engine.risk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of thing carries the risk (S-672). */
public enum RiskObjectType {
  SYSTEM,
  USER,
  OTHER;

  /** The type as content and risk events spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that {@code text} spells, in any case; null when it spells none. */
  public static @Nullable RiskObjectType spelled(String text) {
    for (RiskObjectType type : values()) {
      if (type.name().equalsIgnoreCase(text)) {
        return type;
      }
    }
    return null;
  }
}
