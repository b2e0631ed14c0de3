package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of all add-ons: what props, transforms, eventtypes and tags say. Immutable once
 * built. Safe for several threads.
 */
public final class AddOnLibrary {

  private final Map<String, ConfStanza> props = new LinkedHashMap<>();
  private final Map<String, ConfStanza> transforms = new LinkedHashMap<>();
  private final Map<String, SearchExpression> eventTypes;
  private final Map<String, ConfStanza> tags = new LinkedHashMap<>();
  private final PropsStanzas stanzas;
  private final ZoneId zone;
  private final FixedLookups lookups;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<List<ConfStanza>, SourceRules> rules = new ConcurrentHashMap<>();

  /** The same without lookups and macros. */
  public AddOnLibrary(Iterable<AddOn> addOns, ZoneId zone) {
    this(addOns, zone, FixedLookups.NONE);
  }

  /**
   * @param addOns later ones hold over earlier ones, setting by setting
   * @param zone of events that name none and whose sourcetype names none (S-405)
   * @param lookups what {@code LOOKUP-} settings look into
   */
  public AddOnLibrary(Iterable<AddOn> addOns, ZoneId zone, FixedLookups lookups) {
    this(AddOnLayers.of(listed(addOns)), zone, lookups, MacroLibrary.NONE);
  }

  /**
   * @param addOns in the orders in which they hold
   * @param zone of events that name none and whose sourcetype names none (S-405)
   * @param lookups what {@code LOOKUP-} settings look into
   * @param macros those that event types may name
   */
  public AddOnLibrary(AddOnLayers addOns, ZoneId zone, FixedLookups lookups, MacroLibrary macros) {
    this.zone = zone;
    this.lookups = lookups;
    problems.addAll(addOns.problems());
    Map<String, ConfStanza> types = new TreeMap<>();
    for (AddOn addOn : addOns.forSearches()) {
      overlay(props, addOn.props());
      overlay(transforms, addOn.transforms());
      overlay(tags, addOn.tags());
      overlay(types, addOn.eventTypes());
    }
    for (AddOn addOn : addOns.forReading()) {
      addOn.props().values().forEach(each -> add(props, each.only(ReadingSettings::isOne)));
    }
    this.stanzas = new PropsStanzas(props.values());
    EventTypeReader reader = new EventTypeReader(macros, tags, problems::add);
    this.eventTypes = reader.read(types);
    reader.checkTags();
  }

  private static List<AddOn> listed(Iterable<AddOn> addOns) {
    List<AddOn> list = new ArrayList<>();
    addOns.forEach(list::add);
    return list;
  }

  private static void overlay(Map<String, ConfStanza> all, Map<String, ConfStanza> added) {
    added.values().forEach(stanza -> add(all, stanza));
  }

  private static void add(Map<String, ConfStanza> all, ConfStanza stanza) {
    all.merge(stanza.name(), stanza, ConfStanza::overlaidBy);
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
    String renamed = stanzas.renamed(origin.sourcetype());
    return renamed.equals(origin.sourcetype()) ? origin : origin.withSourcetype(renamed);
  }

  /**
   * What holds for a source: sourcetype under host under source, whatever the order of the stanzas
   * (S-660). A setting that cannot be used is left out, and is among the problems.
   */
  public SourceRules rulesOf(EventOrigin origin) {
    return rules.computeIfAbsent(
        stanzasOf(origin), holding -> new SourceRules(merged(holding), transforms, lookups, zone));
  }

  private List<ConfStanza> stanzasOf(EventOrigin origin) {
    return stanzas.of(origin, searchOrigin(origin).sourcetype());
  }

  /**
   * What the files of a source look like. Settings that cannot be used count as not said; {@link
   * SourceRules} tells of them.
   */
  public SourceFormat formatOf(EventOrigin origin) {
    return SourceFormat.of(merged(stanzasOf(origin)), zone, problem -> {});
  }

  private static ConfStanza merged(List<ConfStanza> holding) {
    ConfStanza merged = new ConfStanza("", Map.of());
    for (ConfStanza stanza : holding) {
      merged = merged.overlaidBy(stanza);
    }
    return merged;
  }

  /** Whether a stanza says anything about a sourcetype or source of its own. */
  public boolean knows(EventOrigin origin) {
    return stanzas.knows(origin);
  }

  /** The sourcetypes that a stanza names, as searches see them; sorted. */
  public Set<String> sourcetypes() {
    Set<String> names = new TreeSet<>();
    stanzas.sourcetypes().forEach(name -> names.add(stanzas.renamed(name)));
    return names;
  }

  /**
   * All that cannot be used, whatever the source, each with its place: lines, settings, event
   * types, tags. Reads every stanza, so that it takes its time.
   */
  public List<Diagnostic> problems() {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(UnsupportedSettings.in(props.values(), transforms.values()));
    for (ConfStanza stanza : props.values()) {
      all.addAll(new SourceRules(stanza, transforms, lookups, zone).problems());
    }
    return all.stream().distinct().toList();
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
