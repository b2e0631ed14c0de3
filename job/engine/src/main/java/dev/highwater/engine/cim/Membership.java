package dev.highwater.engine.cim;

import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.SearchExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which events of a source belong to datasets: those that fulfil the constraints of all datasets
 * from the root down. A child's constraint sees the fields as its parent calculates them (S-1061).
 * Not safe for use by several threads.
 */
public final class Membership {

  private final Fields event;
  private final RunContext context;
  private final Function<SearchExpression, RowPredicate> tests;
  private final Map<Dataset, RowPredicate> known = new HashMap<>();

  /**
   * @param event the fields of the event that is looked at; tests are asked about this one only
   * @param context of calculations
   * @param tests makes a constraint ready to run; what the source decides is decided
   */
  public Membership(
      Fields event, RunContext context, Function<SearchExpression, RowPredicate> tests) {
    this.event = event;
    this.context = context;
    this.tests = tests;
  }

  Fields event() {
    return event;
  }

  RunContext context() {
    return context;
  }

  /** Whether an event belongs to a dataset; {@link RowPredicate#NEVER} when none can. */
  public RowPredicate of(Dataset dataset) {
    RowPredicate test = known.get(dataset);
    if (test == null) {
      test = test(dataset);
      known.put(dataset, test);
    }
    return test;
  }

  private RowPredicate test(Dataset dataset) {
    Dataset parent = dataset.parent();
    RowPredicate own = tests.apply(dataset.constraint());
    if (parent == null) {
      return own;
    }
    RowPredicate inherited = of(parent);
    if (inherited == RowPredicate.NEVER || own == RowPredicate.NEVER) {
      return RowPredicate.NEVER;
    }
    return own == RowPredicate.ALWAYS ? inherited : new Narrowed(inherited, own, memberOf(parent));
  }

  /** The event with the fields that the dataset gives it. */
  private Fields memberOf(Dataset dataset) {
    DatasetFields member = new DatasetFields(dataset, this);
    return name -> dataset.member(name) == null ? event.get(name) : member.get(name);
  }

  /**
   * A child's test behind its parent's.
   *
   * @param member what the child's own test looks at
   */
  private record Narrowed(RowPredicate inherited, RowPredicate own, Fields member)
      implements RowPredicate {

    @Override
    public boolean matches(Fields fields) {
      return inherited.matches(fields) && own.matches(member);
    }

    @Override
    public FieldSet reads() {
      return FieldSet.union(List.of(inherited.reads(), own.reads()));
    }
  }
}
