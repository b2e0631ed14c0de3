package dev.highwater.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start of a search that reads events. The engine feeds it; it cannot run by itself. */
public record ScanStage(Scan scan, RunFilter filter) implements Stage {

  @Override
  public CommandType type() {
    return CommandType.GENERATING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(filter.beforeRun().reads());
  }

  @Override
  public @Nullable String carries(String name) {
    return name;
  }

  @Override
  public List<LogicalPlan> subsearches() {
    return filter.subsearches();
  }

  @Override
  public String describe() {
    return "scan " + scan.describe();
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    throw new UnsupportedOperationException("a scan is fed by the engine");
  }
}
