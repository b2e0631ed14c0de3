package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpressionPrinter;
import org.jspecify.annotations.Nullable;

/** The start of a search that reads events. The engine feeds it; it cannot run by itself. */
public record ScanStage(Scan scan, RowPredicate filter) implements Stage {

  @Override
  public CommandType type() {
    return CommandType.GENERATING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(filter.reads());
  }

  @Override
  public @Nullable String carries(String name) {
    return name;
  }

  @Override
  public String describe() {
    return "scan datamodel="
        + scan.model()
        + "."
        + scan.dataset()
        + " where "
        + SearchExpressionPrinter.print(scan.filter());
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    throw new UnsupportedOperationException("a scan is fed by the engine");
  }
}
