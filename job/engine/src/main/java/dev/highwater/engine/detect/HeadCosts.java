package dev.highwater.engine.detect;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * About how long the heads of detections look at events: one event of {@link #EVERY} is timed, and
 * counts for as many. What detections share (time, membership, literals) is nobody's; a field is
 * its cost that asks for it first. Not safe for use by several threads.
 */
public final class HeadCosts {

  /** How many events there are for each that is timed, on average. */
  public static final int EVERY = 64;

  private final @Nullable LongSupplier ticker;
  private final Ledger ledger;

  /** The same in every job; steps of one length could keep time with the input. */
  private final SplittableRandom steps = new SplittableRandom(1);

  private int untilNext = 1;
  private boolean isTimed;

  private HeadCosts(@Nullable LongSupplier ticker, Ledger ledger) {
    this.ticker = ticker;
    this.ledger = ledger;
  }

  /**
   * Some events are timed.
   *
   * @param ticker nanoseconds since any moment
   * @param ledger where they are counted, as {@link Counter#HEAD_NANOS} of the detection
   */
  public static HeadCosts measured(LongSupplier ticker, Ledger ledger) {
    return new HeadCosts(ticker, ledger);
  }

  /** Nothing is timed. */
  static HeadCosts none() {
    return new HeadCosts(null, new Ledger());
  }

  /** The next event begins. */
  void next() {
    if (ticker == null) {
      return;
    }
    untilNext--;
    isTimed = untilNext == 0;
    if (isTimed) {
      untilNext = 1 + steps.nextInt(2 * EVERY - 1);
    }
  }

  /** A head begins to look at the event. */
  long begin() {
    return isTimed && ticker != null ? ticker.getAsLong() : 0;
  }

  /**
   * It has done so.
   *
   * @param begin what {@link #begin} gave
   */
  void end(String detection, long begin) {
    if (isTimed && ticker != null) {
      ledger.add(detection, Counter.HEAD_NANOS, (ticker.getAsLong() - begin) * EVERY);
    }
  }
}
