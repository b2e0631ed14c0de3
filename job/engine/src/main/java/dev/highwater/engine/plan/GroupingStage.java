package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.FieldName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates all rows by fields; rows come out ascending by the by-fields, compared as bytes
 * (S-204). A row without any field is none (S-960).
 */
public record GroupingStage(Grouping grouping) implements Stage {

  @Override
  public CommandType type() {
    return CommandType.TRANSFORMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return grouping.reads();
  }

  @Override
  public @Nullable String carries(String name) {
    return grouping.by().contains(name) ? name : null;
  }

  /** By all by-fields but a time that only the run puts into a bucket. */
  @Override
  public FieldSet partitionsBy() {
    Set<String> fields = new TreeSet<>(grouping.by());
    if (grouping.isSettledByRun()) {
      fields.remove("_time");
    }
    return FieldSet.of(fields);
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    if (grouping.isPartial()) {
      return FieldSet.ALL;
    }
    Set<String> after = new TreeSet<>(grouping.by());
    grouping.calls().forEach(call -> after.add(call.outputName()));
    return FieldSet.of(after);
  }

  @Override
  public boolean givesRowsWithoutInput() {
    return grouping.by().isEmpty()
        && grouping.calls().stream().anyMatch(AggregateCall::isNeverNull);
  }

  @Override
  public boolean isOrderSensitive() {
    return grouping.calls().stream().anyMatch(AggregateCall::isOrderSensitive);
  }

  @Override
  public String describe() {
    String fill = grouping.fillNull() == null ? "" : " fillnull_value=" + grouping.fillNull();
    return "stats " + grouping.describe() + fill;
  }

  /** Behind a scan it is a {@code tstats} or {@code mstats}, where those can say it. */
  @Override
  public @Nullable String describeBehind(List<Stage> before) {
    if (before.size() != 1 || !(before.get(0) instanceof ScanStage scan)) {
      return null;
    }
    if (scan.scan() instanceof Scan.OfMeasurements) {
      return describeAs("mstats", scan, grouping.aggregates(), grouping.by());
    } else if (scan.scan() instanceof Scan.OfDataset dataset) {
      String from = " FROM datamodel=" + dataset.model() + "." + dataset.dataset();
      return scan.isWhole() && !isSummary()
          ? null
          : describeAs("tstats", scan, grouping.aggregates() + from, grouping.by());
    }
    return isForSummaries()
        ? describeAs("tstats", scan, grouping.aggregates(), grouping.by())
        : null;
  }

  /**
   * The command that gives groups of what a scan reads, in SPL.
   *
   * @param what the aggregates, and what they are of
   */
  public String describeAs(String command, ScanStage scan, String what, List<String> by) {
    String fill = grouping.fillNull();
    TimeSpan span = grouping.timeSpan();
    return command
        + (grouping.isPartial() ? " prestats=true" : "")
        + (fill == null ? " " : " fillnull_value=" + FieldName.inSpl(fill) + " ")
        + what
        + (scan.isWhole() ? "" : " WHERE " + scan.filter().describe(scan.scan().bounds()))
        + (by.isEmpty() ? "" : " BY " + FieldName.inSpl(by))
        + (span == null || span.equals(TimeSpan.AUTO) ? "" : " span=" + span);
  }

  private boolean isForSummaries() {
    return grouping.fillNull() != null || grouping.timeSpan() != null || grouping.isPartial();
  }

  /** Whether {@code tstats} says the same as {@code stats} behind all events. */
  private boolean isSummary() {
    return isForSummaries()
        || (!grouping.isDistinct()
            && !grouping.by().contains("_time")
            && grouping.calls().stream().allMatch(AggregateCall::isOfSummaries));
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new Groups(new GroupTable(grouping, run), downstream);
  }

  private record Groups(GroupTable table, RowSink downstream) implements RowSink {

    @Override
    public void accept(Row row) {
      table.add(row);
    }

    @Override
    public void finish() {
      table.forEachRow(downstream::accept);
      downstream.finish();
    }
  }
}
