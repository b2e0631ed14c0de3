package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SourceStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several searches.
 *
 * @param isByTime whether they are put in order, newest first; else one search follows the other
 */
record CombinedSource(
    String command, SubsearchOptions options, List<LogicalPlan> parts, boolean isByTime)
    implements SourceStage {

  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparingDouble(CombinedSource::time).reversed();

  CombinedSource {
    parts = List.copyOf(parts);
  }

  /** Whether rows pass the search one by one, so that they may be mixed with those of others. */
  static boolean isStreaming(LogicalPlan plan) {
    return plan.stages().stream()
        .allMatch(
            stage ->
                stage.type() == CommandType.GENERATING
                    || stage.type() == CommandType.DISTRIBUTABLE_STREAMING);
  }

  private static double time(Row row) {
    FieldValue time = row.get("_time");
    return time == null || !time.isNumeric() ? Double.NEGATIVE_INFINITY : time.number();
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return FieldSet.NONE;
  }

  @Override
  public @Nullable String carries(String name) {
    return null;
  }

  @Override
  public List<LogicalPlan> subsearches() {
    return parts;
  }

  @Override
  public String describe() {
    return describe(command, options, parts);
  }

  static String describe(String command, SubsearchOptions options, List<LogicalPlan> parts) {
    return command
        + " "
        + options.describe()
        + parts.stream()
            .map(part -> "[ " + part.describe() + " ]")
            .collect(Collectors.joining(" "));
  }

  @Override
  public void generate(RowSink out, RunContext run) {
    List<Row> rows = new ArrayList<>();
    parts.forEach(part -> rows.addAll(options.rowsOf(part, command, run)));
    if (isByTime) {
      rows.sort(NEWEST_FIRST);
    }
    rows.forEach(out::accept);
    out.finish();
  }
}
