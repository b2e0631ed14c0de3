package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one field of the event at hand through all settings that touch it. */
final class FieldTracing {

  private final EventFields fields;
  private final FieldSlot slot;
  private final List<FieldHistory.Step> steps = new ArrayList<>();

  private FieldTracing(EventFields fields, FieldSlot slot) {
    this.fields = fields;
    this.slot = slot;
  }

  static FieldHistory of(FieldSlot slot, EventFields fields) {
    FieldTracing tracing = new FieldTracing(fields, slot);
    tracing.extraction();
    tracing.alias();
    tracing.calculation();
    tracing.lookups();
    return new FieldHistory(slot.name, tracing.steps);
  }

  private void step(String place, @Nullable FieldValue before, @Nullable FieldValue after) {
    if (before != null || after != null) {
      steps.add(new FieldHistory.Step(place, before, after));
    }
  }

  private void extraction() {
    List<ExtractionRule> rules = fields.rules().extractions();
    for (int i = 0; !slot.isMetadata && i < rules.size(); i++) {
      FieldValue value = fields.extracted(slot, i);
      if (value != null) {
        step(rules.get(i).place(), null, value);
        return; // the first value holds (S-651)
      }
    }
  }

  private void alias() {
    SourceRules.Alias alias = slot.alias;
    FieldValue before = fields.extracted(slot);
    if (alias != null && !(alias.isNew() && before != null)) {
      step(alias.setting().place(), before, fields.aliased(slot));
    }
  }

  private void calculation() {
    SourceRules.Calculation calculation = slot.calculation;
    if (calculation != null) {
      step(calculation.setting().place(), fields.aliased(slot), fields.calculated(slot));
    }
  }

  private void lookups() {
    FieldValue before = fields.calculated(slot);
    for (AutomaticLookup lookup : slot.lookups) {
      FieldValue after = fields.lookedUp(lookup, slot, before);
      step(lookup.setting().place(), before, after);
      before = after;
    }
  }
}
