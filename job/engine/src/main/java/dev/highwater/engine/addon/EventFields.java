package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event after the other, each worked out when it is first asked for: extracted,
 * then aliased, then calculated, then looked up (S-650). Not safe for use by several threads.
 */
public final class EventFields implements ListedFields {

  private final SourceRules rules;
  private final EventOrigin origin;
  private final EventLabels labels;
  private final List<ExtractionState> extractions;
  private final Map<String, FieldSlot> slots = new HashMap<>();
  private final Fields aliased = name -> aliased(slot(name));
  private final Fields calculated = name -> calculated(slot(name));
  private final SliceValues values = new SliceValues();
  private final TimestampRule timestamps;
  private final RuleLimits limits = new RuleLimits();
  private @Nullable RawEvent event;
  private @Nullable String text;
  private long timeMillis;
  private @Nullable RunContext context;
  private int generation;

  /**
   * @param origin where all events come from, as searches see it
   */
  EventFields(SourceRules rules, EventLabels labels, EventOrigin origin) {
    this.rules = rules;
    this.origin = origin;
    this.labels = labels;
    this.timestamps = rules.timestampRule();
    this.extractions =
        rules.extractions().stream().map(each -> each.extraction().on(this)).toList();
  }

  /**
   * The time of an event of this source in epoch milliseconds, {@link RawEvent#NO_TIME} when it has
   * none.
   */
  public long timeOf(RawEvent raw) {
    return raw.givenTimeMillis() != RawEvent.NO_TIME
        ? raw.givenTimeMillis()
        : timestamps.timeOf(raw);
  }

  public SourceRules rules() {
    return rules;
  }

  /** What counts the matches that were given up for the events of this source. */
  public RuleLimits limits() {
    return limits;
  }

  /** Turns to another event of the same source. */
  public void moveTo(RawEvent raw, long newTimeMillis) {
    event = raw;
    text = null;
    generation++;
    timeMillis = newTimeMillis;
    context = null;
  }

  /** Lets go of the event: the source has none at hand. */
  public void release() {
    event = null;
    text = null;
    generation++;
    context = null;
  }

  /** Made for the events that something is calculated of. */
  private RunContext context() {
    RunContext current = context;
    if (current == null) {
      current = new RunContext(timeMillis, 0, Long.MAX_VALUE, rules.zone(), limits);
      context = current;
    }
    return current;
  }

  RawEvent event() {
    RawEvent current = event;
    if (current == null) {
      throw new IllegalStateException("no event yet");
    }
    return current;
  }

  /** The event's text, decoded once. */
  String text() {
    String decoded = text;
    if (decoded == null) {
      decoded = event().text();
      text = decoded;
    }
    return decoded;
  }

  int generation() {
    return generation;
  }

  SliceValues values() {
    return values;
  }

  @Override
  public @Nullable FieldValue get(String name) {
    FieldSlot slot = slot(name);
    if (slot.finalAt != generation) {
      slot.finalValue = slot.isLabel ? label(slot) : lookedUp(slot);
      slot.finalAt = generation;
    }
    return slot.finalValue;
  }

  private @Nullable FieldValue label(FieldSlot slot) {
    slot.finalValue = null; // that is what an event type sees which asks for event types
    slot.finalAt = generation;
    return labels.get(slot.name, this);
  }

  private @Nullable FieldValue lookedUp(FieldSlot slot) {
    FieldValue value = calculated(slot);
    for (AutomaticLookup lookup : slot.lookups) {
      value = lookedUp(lookup, slot, value);
    }
    return value;
  }

  /** The field's value behind one of its lookups, from the one before it. */
  @Nullable FieldValue lookedUp(
      AutomaticLookup lookup, FieldSlot slot, @Nullable FieldValue before) {
    return lookup.value(slot.name, before, calculated);
  }

  /** The field's value before lookups. */
  @Nullable FieldValue calculated(FieldSlot slot) {
    SourceRules.Calculation calculation = slot.calculation;
    return calculation == null
        ? aliased(slot)
        : calculation.evaluator().evaluate(aliased, context());
  }

  /**
   * Names of fields that the event may have: those that rules name, and those that it names itself,
   * but not the parts of its time (S-1600), nor when it came.
   */
  @Override
  public Collection<String> names() {
    Set<String> names = new LinkedHashSet<>(FieldSlot.METADATA);
    names.remove(FieldSlot.INDEX_TIME);
    names.addAll(event().indexed().byName().keySet());
    names.addAll(rules.names());
    extractions.forEach(extraction -> extraction.addNames(names));
    return names;
  }

  /** What settings did to a field of the event. */
  public FieldHistory history(String name) {
    return FieldTracing.of(slot(name), this);
  }

  private FieldSlot slot(String name) {
    FieldSlot slot = slots.get(name);
    if (slot == null) {
      slot = new FieldSlot(name, rules, extractions);
      slots.put(name, slot);
    }
    return slot;
  }

  /** The field's value before calculations. */
  @Nullable FieldValue aliased(FieldSlot slot) {
    SourceRules.Alias alias = slot.alias;
    if (alias == null) {
      return extracted(slot);
    }
    FieldValue own = alias.isNew() ? extracted(slot) : null;
    return own != null ? own : extracted(slot(alias.source()));
  }

  @Nullable FieldValue extracted(String name) {
    return extracted(slot(name));
  }

  /** The field's value before aliases. */
  @Nullable FieldValue extracted(FieldSlot slot) {
    if (slot.extractedAt != generation) {
      slot.extractedValue = extract(slot);
      slot.extractedAt = generation;
    }
    return slot.extractedValue;
  }

  /** What one of the source's extractions gives the field. */
  @Nullable FieldValue extracted(FieldSlot slot, int extraction) {
    ExtractionState state = extractions.get(extraction);
    return state.mayGive(slot.name) ? state.value(slot) : null;
  }

  private @Nullable FieldValue extract(FieldSlot slot) {
    if (slot.isMetadata) {
      return metadata(slot.name);
    }
    FieldValue indexed = event().indexed().byName().get(slot.name);
    if (indexed != null) {
      return indexed;
    }
    for (ExtractionState extraction : slot.extractions) {
      FieldValue value = extraction.value(slot);
      if (value != null) {
        return value;
      }
    }
    return slot.isDatePart ? DateParts.of(slot.name, timeMillis, rules.zone()) : null;
  }

  /** Of an event of which nobody says when it came, it is its time (S-1962). */
  private FieldValue indexTime() {
    long given = event().indexTimeMillis();
    return FieldValue.of(Math.floor((given == RawEvent.NO_TIME ? timeMillis : given) / 1000.0));
  }

  private @Nullable FieldValue metadata(String name) {
    return switch (name) {
      case "_time" -> EventTime.field(timeMillis);
      case FieldSlot.INDEX_TIME -> indexTime();
      case "_raw" -> FieldValue.of(text());
      default -> origin.field(name);
    };
  }
}
