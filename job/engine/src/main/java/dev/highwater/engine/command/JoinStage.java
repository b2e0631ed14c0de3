package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that joins the rows of a subsearch by equal fields.
 *
 * @param fields empty for all that both sides have
 */
record JoinStage(Settings settings, List<String> fields, LogicalPlan subsearch) implements Stage {

  /**
   * @param isOuter whether rows without a partner stay
   * @param most partners of a row, 0 for any number
   * @param overwrites whether the fields of the subsearch win
   * @param usesTime whether only rows before or behind in time are partners
   */
  record Settings(
      boolean isOuter, long most, boolean overwrites, boolean usesTime, boolean isEarlier) {

    static final Settings DEFAULT = new Settings(false, 1, true, false, true);

    Settings withOuter(boolean outer) {
      return new Settings(outer, most, overwrites, usesTime, isEarlier);
    }

    Settings withMost(long limit) {
      return new Settings(isOuter, limit, overwrites, usesTime, isEarlier);
    }

    Settings withOverwriting(boolean overwriting) {
      return new Settings(isOuter, most, overwriting, usesTime, isEarlier);
    }

    Settings withTime(boolean time) {
      return new Settings(isOuter, most, overwrites, time, isEarlier);
    }

    Settings withEarlier(boolean earlier) {
      return new Settings(isOuter, most, overwrites, usesTime, earlier);
    }

    String describe() {
      return "type="
          + (isOuter ? "outer" : "inner")
          + " max="
          + most
          + (overwrites ? "" : " overwrite=false")
          + (usesTime ? " usetime=true" : "")
          + (isEarlier ? "" : " earlier=false");
    }
  }

  JoinStage {
    fields = List.copyOf(fields);
  }

  @Override
  public CommandType type() {
    return CommandType.CENTRALIZED_STREAMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    if (fields.isEmpty()) {
      return FieldSet.ALL;
    }
    FieldSet keys = FieldSet.of(Set.copyOf(fields));
    return wanted.and(settings.usesTime() ? keys.and(FieldSet.of("_time")) : keys);
  }

  @Override
  public @Nullable String carries(String name) {
    return settings.overwrites() && !fields.contains(name) ? null : name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before.and(subsearch.fieldsAfter(FieldSet.ALL));
  }

  @Override
  public FieldSet partitionsBy() {
    return FieldSet.of(Set.copyOf(fields));
  }

  @Override
  public List<LogicalPlan> subsearches() {
    return List.of(subsearch);
  }

  @Override
  public String describe() {
    return "join "
        + settings.describe()
        + " "
        + Written.words(fields)
        + (fields.isEmpty() ? "[ " : " [ ")
        + subsearch.describe()
        + " ]";
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    List<Row> partners = run.resources().rowsOf(subsearch);
    SubsearchLimits.noteRows("join", partners.size(), run);
    return fields.isEmpty()
        ? new ByCommonFields(this, partners, downstream, run)
        : new ByFields(new JoinTable(fields, settings, partners), downstream);
  }

  private record ByFields(JoinTable table, RowSink downstream) implements RowSink {

    @Override
    public void accept(Row row) {
      table.join(row, downstream);
    }

    @Override
    public void finish() {
      downstream.finish();
    }
  }

  /** Waits for all rows, as only they say which fields there are. */
  private static final class ByCommonFields implements RowSink {
    private final JoinStage stage;
    private final List<Row> partners;
    private final RowSink downstream;
    private final HeldRows rows;

    ByCommonFields(JoinStage stage, List<Row> partners, RowSink downstream, RunContext run) {
      this.rows = new HeldRows(run);
      this.stage = stage;
      this.partners = partners;
      this.downstream = downstream;
    }

    @Override
    public void accept(Row row) {
      rows.add(row);
    }

    @Override
    public void finish() {
      Set<String> common = names(rows.rows());
      common.retainAll(names(partners));
      JoinTable table = new JoinTable(List.copyOf(common), stage.settings(), partners);
      rows.forEach(row -> table.join(row, downstream));
      rows.letGo();
      downstream.finish();
    }

    private static Set<String> names(List<Row> rows) {
      Set<String> names = new LinkedHashSet<>();
      for (Row row : rows) {
        names.addAll(row.names());
      }
      names.removeIf(name -> name.startsWith("_"));
      return names;
    }
  }

  /** The values that a row is joined by, as one text; {@code null} when it lacks one. */
  static @Nullable String key(List<String> fields, Row row) {
    StringBuilder key = new StringBuilder();
    for (String field : fields) {
      FieldValue value = row.get(field);
      if (value == null) {
        return null;
      }
      String text = value.text();
      key.append(text.length()).append(':').append(text);
    }
    return key.toString();
  }
}
