package dev.highwater.flink;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** The metrics that operators under test register, as a Prometheus reporter would name them. */
final class ShownMetrics {

  private static final String OURS = "_highwater_";

  private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

  /** What an operator runs in. */
  MockEnvironment environment() {
    TestingMetricRegistry registry =
        TestingMetricRegistry.builder().setRegisterConsumer(this::register).build();
    return new MockEnvironmentBuilder()
        .setMaxParallelism(128)
        .setMetricGroup(
            TaskManagerMetricGroup.createTaskManagerMetricGroup(
                    registry, "localhost", ResourceID.generate())
                .addJob(new JobID(), "job")
                .addTask(ExecutionAttemptID.randomId(), "task"))
        .build();
  }

  private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
    String scope = "flink_" + group.getLogicalScope(text -> text, '_') + "_" + name;
    if (scope.contains(OURS)) {
      metrics.put(scope + labels(group), metric);
    }
  }

  private static String labels(AbstractMetricGroup<?> group) {
    StringBuilder labels = new StringBuilder();
    for (String label : new String[] {"detection", "sourcetype", "revision"}) {
      String value = group.getAllVariables().get("<" + label + ">");
      if (value != null) {
        labels.append('{').append(label).append('=').append(value).append('}');
      }
    }
    return labels.toString();
  }

  /** The names without what all have in common, with their labels, and the values. */
  SortedMap<String, Long> values() {
    SortedMap<String, Long> values = new TreeMap<>();
    metrics.forEach(
        (name, metric) ->
            values.put(name.substring(name.indexOf(OURS) + OURS.length()), value(metric)));
    return values;
  }

  private static long value(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    return ((Number) ((Gauge<?>) metric).getValue()).longValue();
  }
}
