package dev.highwater.engine.detect;

import dev.highwater.engine.addon.SourceRules;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import java.util.List;
import java.util.TreeSet;

/**
 * What the events of a source have to hold before a search looks into them.
 *
 * @param canMatch whether an event of the source can match at all
 * @param anyOf texts one of which a matching event holds, sorted; empty when each event is looked
 *     into, or none
 */
public record SourcePrefilter(boolean canMatch, List<String> anyOf) {

  private static final SourcePrefilter NOTHING = new SourcePrefilter(false, List.of());

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
      literals =
          RawLiterals.of(
              plan.prefilter(),
              (name, literal) -> dataset.literalsInRaw(name, literal, rules::literalsInRaw));
    } else {
      if (SourceRoutes.here(plan.stage().filter().weakened(), knowledge, searched)
          == RowPredicate.NEVER) {
        return NOTHING;
      }
      literals = RawLiterals.of(plan.prefilter(), SourceRoutes.origins(plan.scan(), rules));
    }
    return new SourcePrefilter(
        !literals.isImpossible(), List.copyOf(new TreeSet<>(literals.anyOf())));
  }
}
