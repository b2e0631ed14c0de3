package dev.highwater.flink.local;

import org.apache.flink.api.common.functions.MapFunction;

/** A map that fails at one number. */
record FailAt(long number) implements MapFunction<Long, Long> {
  @Override
  public Long map(Long value) {
    if (value == number) {
      throw new IllegalStateException("Cannot take the number " + number);
    }
    return value;
  }
}
