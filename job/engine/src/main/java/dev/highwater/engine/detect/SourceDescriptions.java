package dev.highwater.engine.detect;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.FieldHistory;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes the events of one source. Not safe for use by several threads. */
final class SourceDescriptions {

  private static final Set<String> ORIGIN = Set.of("host", "source", "sourcetype");
  private static final Set<String> APART =
      Set.of("host", "source", "sourcetype", "index", "_time", "_raw", "eventtype", "tag");

  private final EventFields fields;
  private final Map<String, RowPredicate> datasets = new TreeMap<>();

  SourceDescriptions(Knowledge knowledge, EventOrigin origin) {
    this.fields = knowledge.addOns().fieldsOf(origin);
    EventOrigin searched = knowledge.addOns().searchOrigin(origin);
    Membership membership =
        new Membership(
            fields,
            RunContext.beforeRun(fields.limits()),
            constraint -> SourceRoutes.here(constraint, knowledge, searched));
    for (String name : knowledge.dataModels().names()) {
      int point = name.indexOf('.');
      Dataset dataset =
          knowledge.dataModels().dataset(name.substring(0, point), name.substring(point + 1));
      RowPredicate test = dataset == null ? RowPredicate.NEVER : membership.of(dataset);
      if (test != RowPredicate.NEVER) {
        datasets.put(name, test);
      }
    }
  }

  EventDescription describe(RawEvent raw, long time) {
    fields.moveTo(raw, time);
    Row origin = new Row();
    ORIGIN.stream().sorted().forEach(name -> origin.set(name, fields.get(name)));
    Row own = new Row();
    List<FieldHistory> histories = new ArrayList<>();
    for (String name : new TreeSet<>(fields.names())) {
      if (!APART.contains(name)) {
        own.set(name, fields.get(name));
      }
      FieldHistory history = fields.history(name);
      if (!history.steps().isEmpty()) {
        histories.add(history);
      }
    }
    return new EventDescription(
        time, origin, own, texts("eventtype"), texts("tag"), members(), histories);
  }

  private List<String> texts(String field) {
    FieldValue value = fields.get(field);
    return value == null ? List.of() : value.members().stream().map(FieldValue::text).toList();
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    datasets.forEach(
        (name, test) -> {
          if (test.matches(fields)) {
            members.add(name);
          }
        });
    return members;
  }
}
