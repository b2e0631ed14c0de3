package dev.highwater.engine.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps of a search or of a part of one, in order. The first makes the rows, or takes those of
 * the search around it.
 */
public record LogicalPlan(List<Stage> stages) {

  public LogicalPlan {
    stages = List.copyOf(stages);
  }

  /** Whether the first step makes rows of its own. */
  public boolean isGenerating() {
    return !stages.isEmpty() && stages.get(0).type() == CommandType.GENERATING;
  }

  /** The steps without a first one that makes the rows, opened one behind the other. */
  public RowSink open(RowSink downstream, RunContext run) {
    return openFrom(isGenerating() ? 1 : 0, downstream, run);
  }

  /** The steps from the one of that number on, opened one behind the other. */
  public RowSink openFrom(int first, RowSink downstream, RunContext run) {
    RowSink sink = downstream;
    for (int i = stages.size() - 1; i >= first; i--) {
      sink = stages.get(i).open(sink, run);
    }
    return sink;
  }

  /**
   * The fields that rows behind the last step may have: no others can.
   *
   * @param before those that the rows before the first step may have
   */
  public FieldSet fieldsAfter(FieldSet before) {
    FieldSet fields = before;
    for (Stage stage : stages) {
      fields = stage.fieldsAfter(fields);
    }
    return fields;
  }

  /** The names of the lookups that it reads or writes, those of subsearches included. */
  public Set<String> lookups() {
    Set<String> names = readLookups();
    names.addAll(writtenLookups());
    return names;
  }

  /** The names of the lookups that it writes, those of subsearches included. */
  public Set<String> writtenLookups() {
    Set<String> names = new TreeSet<>();
    for (Stage stage : stages) {
      names.addAll(stage.writesLookups());
      stage.subsearches().forEach(inner -> names.addAll(inner.writtenLookups()));
    }
    return names;
  }

  /** Whether it reads events, itself or in a subsearch. */
  public boolean readsEvents() {
    return stages.stream()
        .anyMatch(
            stage ->
                stage instanceof ScanStage
                    || stage.subsearches().stream().anyMatch(LogicalPlan::readsEvents));
  }

  /** The names of the lookups that it reads, those of subsearches included. */
  public Set<String> readLookups() {
    Set<String> names = new TreeSet<>();
    for (Stage stage : stages) {
      names.addAll(stage.readsLookups());
      stage.subsearches().forEach(inner -> names.addAll(inner.readLookups()));
    }
    return names;
  }

  /**
   * In SPL, in its canonical form: what compiles to an equal plan where this one stands, as a whole
   * search or in the brackets of one.
   */
  public String describe() {
    return PlanPrinter.print(this);
  }
}
