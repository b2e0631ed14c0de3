package dev.highwater.engine.detect;

import dev.highwater.engine.addon.SourceRules;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the events of a source have to hold before a search looks into them.
 *
 * @param canMatch whether an event of the source can match at all
 * @param anyOf texts one of which a matching event holds, sorted; empty when each event is looked
 *     into, or none
 * @param extracted the fields that are extracted from events that it looks into; all where the
 *     search takes any
 */
public record SourcePrefilter(boolean canMatch, List<String> anyOf, FieldSet extracted) {

  private static final SourcePrefilter NOTHING =
      new SourcePrefilter(false, List.of(), FieldSet.NONE);

  public SourcePrefilter {
    anyOf = List.copyOf(anyOf);
  }

  /**
   * What a scan asks of the events of a source.
   *
   * @throws dev.highwater.engine.spl.SplException for a setting of an add-on that cannot be used
   */
  public static SourcePrefilter of(ScanPlan plan, Knowledge knowledge, EventOrigin origin) {
    SourceRules rules = knowledge.addOns().rulesOf(origin);
    EventOrigin searched = knowledge.addOns().searchOrigin(origin);
    RawLiterals literals;
    FieldSet wanted = plan.stage().filter().beforeRun().reads().and(plan.reads());
    FieldSet read;
    if (plan.scan() instanceof Scan.OfDataset scan) {
      Dataset dataset = knowledge.dataModels().dataset(scan.model(), scan.dataset());
      Membership membership =
          new Membership(
              name -> null,
              RunContext.BEFORE_RUN,
              constraint -> SourceRoutes.here(constraint, knowledge, searched));
      if (dataset == null || membership.of(dataset) == RowPredicate.NEVER) {
        return NOTHING;
      }
      read = of(wanted, dataset::eventFields).and(membership.of(dataset).reads());
      literals =
          RawLiterals.of(
              plan.prefilter(),
              (name, literal) -> dataset.literalsInRaw(name, literal, rules::literalsInRaw));
    } else {
      if (SourceRoutes.here(plan.stage().filter().weakened(), knowledge, searched)
          == RowPredicate.NEVER) {
        return NOTHING;
      }
      read = wanted;
      literals = RawLiterals.of(plan.prefilter(), SourceRoutes.origins(plan.scan(), rules));
    }
    return new SourcePrefilter(
        !literals.isImpossible(),
        List.copyOf(new TreeSet<>(literals.anyOf())),
        of(read, rules::extractedFor));
  }

  /** What fields come from; all of them may come from any. */
  private static FieldSet of(FieldSet fields, Function<String, Set<String>> origins) {
    Set<String> from = new TreeSet<>();
    fields.names().forEach(name -> from.addAll(origins.apply(name)));
    return fields.isAll() ? FieldSet.ALL : FieldSet.of(from);
  }
}
