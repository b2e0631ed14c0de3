package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start of a search that reads events. The engine feeds it; it cannot run by itself.
 *
 * @param origin a scan known before the run that reads these events and maybe more; {@code null}
 *     for a scan that is known itself
 */
public record ScanStage(Scan scan, RunFilter filter, @Nullable ScanStage origin) implements Stage {

  /** A scan that is known before the run. */
  public ScanStage(Scan scan, RunFilter filter) {
    this(scan, filter, null);
  }

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

  /** The command that gives the events, in SPL. */
  String command() {
    String search = "search " + filter.describe(scan.bounds());
    if (!(scan instanceof Scan.OfDataset dataset)) {
      return search;
    }
    String events = "datamodel " + dataset.model() + " " + dataset.dataset() + " search";
    return isWhole() ? events : events + " | " + search;
  }

  /** Whether it reads all events of the run. */
  boolean isWhole() {
    return scan.filter() instanceof SearchExpression.Everything && scan.bounds().isOfTheRun();
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    throw new UnsupportedOperationException("a scan is fed by the engine");
  }
}
