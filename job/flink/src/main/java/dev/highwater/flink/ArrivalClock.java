package dev.highwater.flink;

/**
 * Lets a stream have come as far as its records say that they came: before each of them it has
 * passed its index time, so that a run sees what came before its scheduled time (S-1405). All
 * records say so and are read by one reader, in that order.
 */
public record ArrivalClock() implements StreamClock {

  private static final long serialVersionUID = 1L;
}
