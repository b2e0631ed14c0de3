package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.ScheduledSearch;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.schedule.WindowCursor;
import dev.highwater.flink.type.GroupSliceSerializer;
import dev.highwater.flink.type.PartialsSerializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs the detections on their schedules, each partition by itself.
 *
 * <p>Key: {@link RoutedGroup#partitionKey}. Keyed state: partial aggregates by group and slice, dropped when the last
 * window of the slice has run; the scheduled times that are still to run. Operator state: the ledger; the watermark as a
 * union, so that after a restore an event that is late stays late. Timers: event time, at the scheduled times; over
 * bounded input in batch mode one, which drains what the records' own times did not. Side output: outcomes.
 */
final class RunSearches extends CountingOperator<Finding>
    implements OneInputStreamOperator<RoutedGroup, Finding>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  private final JobContent content;
  private final boolean isBatch;
  private transient @Nullable DetectionSet detections;
  private transient Map<String, ScheduledSearch> searches = new HashMap<>();
  private transient Map<String, WindowCursor> cursors = new HashMap<>();
  private transient @Nullable MapState<GroupSlice, List<@Nullable FieldValue>> groups;
  private transient @Nullable MapState<Long, Boolean> pending;
  private transient @Nullable InternalTimerService<VoidNamespace> timers;
  private transient @Nullable ListState<Long> watermarks;
  private transient long watermark;

  /**
   * @param isBatch whether a key's records come sorted by time and timers fire after its last record
   */
  RunSearches(JobContent content, boolean isBatch) {
    this.content = content;
    this.isBatch = isBatch;
  }
}
