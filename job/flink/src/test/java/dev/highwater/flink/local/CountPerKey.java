package dev.highwater.flink.local;

import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes records on and counts them, and the subtasks that saw any, in accumulators. */
final class CountPerKey extends KeyedProcessFunction<Long, Long, Long> {
  static final String COUNTED = "counted";
  static final String SUBTASKS = "subtasks";

  private transient LongCounter counted;

  @Override
  public void open(OpenContext context) {
    counted = getRuntimeContext().getLongCounter(COUNTED);
    IntCounter subtasks = getRuntimeContext().getIntCounter(SUBTASKS);
    subtasks.add(1);
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) {
    counted.add(1);
    out.collect(number);
  }
}
