package dev.highwater.engine.detect;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.DatasetFields;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.spl.SearchExpression;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The events of one source on their way through the filter of one scan. */
final class ScanFunnel {

  private final ScanPlan scan;
  private final EventFields event;
  private final RowPredicate membership;
  private final ListedFields fields;
  private final List<RowPredicate> tests = new ArrayList<>();

  /** How far an event came: the number of the condition that it failed, or one of these. */
  static final int OUTSIDE = -1;

  static final int PASSED = Integer.MAX_VALUE;

  ScanFunnel(
      Knowledge knowledge,
      EventOrigin origin,
      ScanPlan scan,
      List<SearchExpression> conditions,
      ZoneId zone) {
    this.scan = scan;
    EventOrigin searched = knowledge.addOns().searchOrigin(origin);
    this.event = knowledge.addOns().fieldsOf(origin);
    RunContext beforeRun = RunContext.beforeRun(event.limits(), zone);
    Membership members =
        new Membership(
            event, beforeRun, constraint -> SourceRoutes.here(constraint, knowledge, searched));
    if (scan.scan() instanceof Scan.OfDataset of) {
      Dataset dataset = knowledge.dataModels().dataset(of.model(), of.dataset());
      this.membership = dataset == null ? RowPredicate.NEVER : members.of(dataset);
      this.fields = dataset == null ? event : new DatasetFields(dataset, members);
      conditions.forEach(each -> tests.add(SearchExpressionCompiler.compile(each)));
    } else {
      this.membership = RowPredicate.ALWAYS;
      this.fields = event;
      conditions.forEach(each -> tests.add(SourceRoutes.here(each, knowledge, searched)));
    }
  }

  /** How far an event comes. */
  int read(RawEvent raw, long timeMillis) {
    event.moveTo(raw, timeMillis);
    if (!membership.matches(event)) {
      return OUTSIDE;
    }
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).matches(fields)) {
        return i;
      }
    }
    return PASSED;
  }

  /** The values that a condition looks at, of the event that was read last. */
  String values(FieldSet reads) {
    List<String> values = new ArrayList<>();
    for (String name : reads.names()) {
      FieldValue value = name.equals("_raw") ? null : fields.get(name);
      if (!name.equals("_raw")) {
        values.add(name + "=" + (value == null ? "(none)" : value.text()));
      }
    }
    return String.join(", ", values);
  }

  /** The event that was read last as the search's later steps want it. */
  Row row() {
    FieldSet reads = scan.reads();
    Row row = new Row();
    for (String name : reads.isAll() ? fields.names() : reads.names()) {
      row.set(name, fields.get(name));
    }
    row.set("_time", event.get("_time"));
    return row;
  }
}
