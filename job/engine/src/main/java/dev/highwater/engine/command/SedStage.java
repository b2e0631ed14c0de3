package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** Changes the text of a field, each value of a multivalue. */
record SedStage(String field, SedScript script) implements RowStage {

  @Override
  public boolean change(Row row, RunContext run) {
    FieldValue value = row.get(field);
    if (value != null) {
      row.set(
          field,
          MultiValue.of(
              value.members().stream()
                  .map(member -> FieldValue.of(script.apply(member.text(), run.resources()::tally)))
                  .toList()));
    }
    return true;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted;
  }

  @Override
  public @Nullable String carries(String name) {
    return name.equals(field) ? null : name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before;
  }

  @Override
  public String describe() {
    return "rex field=" + Written.word(field) + " mode=sed " + Written.quoted(script.written());
  }
}
