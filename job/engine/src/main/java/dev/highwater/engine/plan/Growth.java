package dev.highwater.engine.plan;

/**
 * How a value in the row of a group changes while the group takes in more rows, whatever these are
 * (S-1950).
 */
public enum Growth {
  /** It may become anything. */
  UNKNOWN,
  /** The same from the first row on. */
  FIXED,
  /** As {@link #FIXED}, and NULL or one number. */
  FIXED_NUMBER,
  /** NULL or one number; once there is one, it stays one and never becomes less. */
  RISES,
  /** NULL or one number; once there is one, it stays one and never becomes greater. */
  FALLS,
  /** NULL or several values, to which others are added and none of which is ever taken away. */
  GAINS,
  /** A condition that stays true once it is true. */
  STAYS_TRUE,
  /** A condition that stays false once it is false; NULL is not false. */
  STAYS_FALSE;

  public boolean isFixed() {
    return this == FIXED || this == FIXED_NUMBER;
  }

  /** Whether what passes the condition goes on to pass it. */
  public boolean staysTrue() {
    return isFixed() || this == STAYS_TRUE;
  }

  /** Whether the condition stays false once it is false. */
  public boolean staysFalse() {
    return isFixed() || this == STAYS_FALSE;
  }

  /** Whether it is NULL or one number, which never becomes less. */
  public boolean isNeverLess() {
    return this == FIXED_NUMBER || this == RISES;
  }

  /** Whether it is NULL or one number, which never becomes greater. */
  public boolean isNeverGreater() {
    return this == FIXED_NUMBER || this == FALLS;
  }

  /** Whether a value of a field that is there stays there. */
  public boolean staysThere() {
    return isFixed() || this == RISES || this == FALLS || this == GAINS;
  }

  /** Of the number with the other sign, or of the condition that is true where this is false. */
  public Growth opposite() {
    return switch (this) {
      case RISES -> FALLS;
      case FALLS -> RISES;
      case STAYS_TRUE -> STAYS_FALSE;
      case STAYS_FALSE -> STAYS_TRUE;
      case FIXED, FIXED_NUMBER -> this;
      case GAINS, UNKNOWN -> UNKNOWN;
    };
  }

  /** What stays as it is when all of these do. */
  public static Growth fixed(Iterable<Growth> parts) {
    for (Growth part : parts) {
      if (!part.isFixed()) {
        return UNKNOWN;
      }
    }
    return FIXED;
  }
}
