package dev.highwater.engine.detect;

import dev.highwater.engine.addon.KnowledgeExpander;
import dev.highwater.engine.cim.Dataset;
import dev.highwater.engine.cim.Membership;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.spl.SearchExpression;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which sources can feed which searches, by what the add-ons and data models say of their
 * sourcetypes (S-1303). Not safe for use by several threads.
 */
public final class SourceFeeds {

  /** No index has this name. */
  private static final String NO_INDEX = "";

  private final Knowledge knowledge;
  private final Map<FeedSource, Membership> memberships = new LinkedHashMap<>();
  private final List<FeedSource> sources;

  /**
   * @param sources those that an add-on knows, and {@link FeedSource#RISK}
   */
  public SourceFeeds(Knowledge knowledge, List<FeedSource> sources) {
    this.knowledge = knowledge;
    this.sources = List.copyOf(sources);
  }

  /** The sources whose events one of the search's scans may want, in their order. */
  public List<FeedSource> of(SearchPlan plan) {
    Set<FeedSource> feeding = new LinkedHashSet<>();
    for (ScanPlan scan : plan.scans()) {
      Wish wish = wish(scan);
      boolean isOfOneIndex =
          sources.stream().anyMatch(source -> source.index() != null && mayWant(wish, source));
      for (FeedSource source : sources) {
        boolean isElsewhere =
            isOfOneIndex && source.index() == null && !mayWant(wish, source.in(NO_INDEX));
        if (!isElsewhere && mayWant(wish, source)) {
          feeding.add(source);
        }
      }
    }
    return sources.stream().filter(feeding::contains).toList();
  }

  /** What the search's scans read: datasets, {@code events}; sorted. */
  public static List<String> read(SearchPlan plan) {
    return List.copyOf(
        new TreeSet<>(plan.scans().stream().map(scan -> scan.scan().source()).toList()));
  }

  /**
   * What a scan asks for: a dataset, or events that pass a filter; neither when nobody says what is
   * in the dataset.
   */
  private record Wish(@Nullable Dataset dataset, @Nullable SearchExpression filter) {}

  private Wish wish(ScanPlan plan) {
    if (plan.scan() instanceof Scan.OfDataset scan) {
      return new Wish(knowledge.dataModels().dataset(scan.model(), scan.dataset()), null);
    }
    return new Wish(null, expanded(plan.stage().filter().weakened()));
  }

  private boolean mayWant(Wish wish, FeedSource source) {
    if (wish.dataset() != null) {
      return membership(source).of(wish.dataset()) != RowPredicate.NEVER;
    }
    return wish.filter() != null && test(wish.filter(), source) != RowPredicate.NEVER;
  }

  private Membership membership(FeedSource source) {
    return memberships.computeIfAbsent(
        source,
        key ->
            new Membership(
                name -> null,
                RunContext.BEFORE_RUN,
                constraint -> test(expanded(constraint), key)));
  }

  private SearchExpression expanded(SearchExpression expression) {
    return new KnowledgeExpander(knowledge.addOns()).expand(expression);
  }

  private static RowPredicate test(SearchExpression expanded, FeedSource source) {
    return SearchExpressionCompiler.compile(expanded, source::field);
  }

  /**
   * A kind of events, by what is known of all of them.
   *
   * @param sourcetype as searches see it
   * @param source {@code null} where it may be any
   * @param index {@code null} where it may be any
   */
  public record FeedSource(String sourcetype, @Nullable String source, @Nullable String index) {

    /** What the risk of findings is written as. */
    public static final FeedSource RISK = new FeedSource("stash", null, "risk");

    FeedSource in(String otherIndex) {
      return new FeedSource(sourcetype, source, otherIndex);
    }

    @Nullable FieldValue field(String name) {
      return switch (name) {
        case "sourcetype" -> FieldValue.of(sourcetype);
        case "source" -> source == null ? null : FieldValue.of(source);
        case "index" -> index == null ? null : FieldValue.of(index);
        default -> null;
      };
    }

    /** {@code sourcetype}, with the source where it is known, as {@code sourcetype (source)}. */
    public String display() {
      return source == null ? sourcetype : sourcetype + " (" + source + ")";
    }
  }
}
