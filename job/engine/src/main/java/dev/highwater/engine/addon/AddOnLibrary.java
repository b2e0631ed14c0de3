package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of all add-ons: what props, transforms, eventtypes and tags say. Immutable once
 * built.
 */
public final class AddOnLibrary {

  /** Settings that say how events are read; all others are of their search. */
  private static final Set<String> INDEX_TIME =
      Set.of(
          "BREAK_ONLY_BEFORE",
          "BREAK_ONLY_BEFORE_DATE",
          "LINE_BREAKER",
          "MAX_TIMESTAMP_LOOKAHEAD",
          "MUST_BREAK_AFTER",
          "SHOULD_LINEMERGE",
          "TIME_FORMAT",
          "TIME_PREFIX",
          "TRUNCATE",
          "TZ");

  /** What stands before a pattern of sourcetypes in the name of a stanza (S-660). */
  private static final String ANY_SOURCETYPE = "(?::){0}";

  private final Map<String, ConfStanza> props = new LinkedHashMap<>();
  private final Map<String, ConfStanza> transforms = new LinkedHashMap<>();
  private final Map<String, SearchExpression> eventTypes = new TreeMap<>();
  private final Map<String, ConfStanza> tags = new LinkedHashMap<>();
  private final ZoneId zone;
  private final FixedLookups lookups;

  /** The same without lookups. */
  public AddOnLibrary(Iterable<AddOn> addOns, ZoneId zone) {
    this(addOns, zone, FixedLookups.NONE);
  }

  /**
   * @param addOns later ones hold over earlier ones, setting by setting
   * @param zone of events that name none and whose sourcetype names none (S-405)
   * @param lookups what {@code LOOKUP-} settings look into
   */
  public AddOnLibrary(Iterable<AddOn> addOns, ZoneId zone, FixedLookups lookups) {
    this.zone = zone;
    this.lookups = lookups;
    for (AddOn addOn : addOns) {
      overlay(props, addOn.props());
      overlay(transforms, addOn.transforms());
      overlay(tags, addOn.tags());
      addOn.eventTypes().values().forEach(this::addEventType);
    }
  }

  private static void overlay(Map<String, ConfStanza> all, Map<String, ConfStanza> added) {
    added.forEach((name, stanza) -> all.merge(name, stanza, ConfStanza::overlaidBy));
  }

  private void addEventType(ConfStanza stanza) {
    ConfSetting search = stanza.settings().get("search");
    if (search != null) {
      SourceSpan span = new SourceSpan(search.source(), 0, search.value().length());
      eventTypes.put(stanza.name(), SearchExpressionParser.parse(span));
    }
  }

  /**
   * The fields of the events of a source. A new object for each caller: it is not safe for several
   * threads.
   */
  public EventFields fieldsOf(EventOrigin origin) {
    EventOrigin searched = searchOrigin(origin);
    return new EventFields(rulesOf(origin), new EventLabels(this, searched), searched);
  }

  /** The origin as searches see it: under the name that {@code rename} gives the sourcetype. */
  public EventOrigin searchOrigin(EventOrigin origin) {
    ConfStanza own = props.get(origin.sourcetype());
    String renamed = own == null ? null : own.value("rename");
    return renamed == null || renamed.isEmpty() ? origin : origin.withSourcetype(renamed);
  }

  /**
   * What holds for a source: sourcetype under host under source, whatever the order of the stanzas
   * (S-660). Of a sourcetype that is renamed only what is done when events are read holds, the rest
   * is that of the new name (S-661). A setting that cannot be used is left out, and is among the
   * problems.
   */
  public SourceRules rulesOf(EventOrigin origin) {
    ConfStanza merged = new ConfStanza("", Map.of());
    String sourcetype = searchOrigin(origin).sourcetype();
    ConfStanza[] layers = {props.get("default"), null, sourcetype(origin), null, null};
    for (ConfStanza stanza : new TreeMap<>(props).descendingMap().values()) {
      if (matches(stanza.name(), ANY_SOURCETYPE, sourcetype, false)) {
        layers[1] = layered(layers[1], stanza);
      } else if (matches(stanza.name(), "host::", origin.host(), true)) {
        layers[3] = layered(layers[3], stanza);
      } else if (matches(stanza.name(), "source::", origin.source(), false)) {
        layers[4] = layered(layers[4], stanza);
      }
    }
    for (ConfStanza layer : layers) {
      merged = layer == null ? merged : merged.overlaidBy(layer);
    }
    return new SourceRules(merged, transforms, lookups, zone);
  }

  private @Nullable ConfStanza sourcetype(EventOrigin origin) {
    ConfStanza own = props.get(origin.sourcetype());
    String searched = searchOrigin(origin).sourcetype();
    if (own == null || searched.equals(origin.sourcetype())) {
      return own;
    }
    ConfStanza target = props.get(searched);
    ConfStanza readWith = own.only(INDEX_TIME::contains);
    return target == null ? readWith : target.overlaidBy(readWith);
  }

  private static ConfStanza layered(@Nullable ConfStanza below, ConfStanza stanza) {
    return below == null ? stanza : below.overlaidBy(stanza);
  }

  private static boolean matches(String name, String kind, String value, boolean ignoresCase) {
    if (!name.startsWith(kind)) {
      return false;
    }
    String pattern = name.substring(kind.length()).replace("...", "*");
    return ignoresCase
        ? WildcardPattern.ignoringCase(pattern).matches(value)
        : WildcardPattern.exact(pattern).matches(value);
  }

  /** Whether a stanza says anything about a sourcetype or source of its own. */
  public boolean knows(EventOrigin origin) {
    return props.containsKey(origin.sourcetype())
        || props.keySet().stream()
            .anyMatch(name -> matches(name, "source::", origin.source(), false));
  }

  /** The searches of the event types, by name. */
  Map<String, SearchExpression> eventTypes() {
    return eventTypes;
  }

  /** The stanzas of tags.conf: {@code field=value} and the tags that it has. */
  Map<String, ConfStanza> tags() {
    return tags;
  }
}
