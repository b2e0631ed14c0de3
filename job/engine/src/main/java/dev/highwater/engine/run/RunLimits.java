package dev.highwater.engine.run;

import dev.highwater.engine.plan.RunLimitException;
import java.util.Locale;

/**
 * How much a run may hold at once; one that outgrows it fails (S-1142). And how often a detection
 * may fail before it is not tried any more (S-2113).
 *
 * @param rows rows and groups, at least 1
 * @param bytes estimated size of them in memory, at least 1
 * @param faults so many are one too many; {@link Integer#MAX_VALUE} for no end to them
 */
public record RunLimits(long rows, long bytes, int faults) {

  /** Ten million rows, 2 GiB. */
  public static final RunLimits DEFAULT = new RunLimits(10_000_000, 2L << 30);

  public RunLimits {
    if (rows < 1 || bytes < 1 || faults < 1) {
      throw new IllegalArgumentException(
          "Invalid run limits: "
              + rows
              + " rows, "
              + bytes
              + " bytes, "
              + faults
              + " faults (must be at least 1)");
    }
  }

  /** With no end to faults. */
  public RunLimits(long rows, long bytes) {
    this(rows, bytes, Integer.MAX_VALUE);
  }

  /** The same but for how often a detection may fail. */
  public RunLimits withFaults(int most) {
    return new RunLimits(rows, bytes, most);
  }

  /**
   * Passes when that much may be held.
   *
   * @throws RunLimitException when it is too much
   */
  void check(long heldRows, long heldBytes) {
    if (heldRows > rows) {
      throw new RunLimitException(
          String.format(Locale.ROOT, "the run outgrew its limit of %,d rows", rows));
    }
    if (heldBytes > bytes) {
      throw new RunLimitException(
          String.format(
              Locale.ROOT, "the run outgrew its limit of %,d bytes: %,d rows", bytes, heldRows));
    }
  }
}
