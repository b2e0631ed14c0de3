package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The stanzas of props.conf in the order in which they hold: of a kind those of less {@code
 * priority} first, then those whose names come later (S-660). Immutable.
 */
final class PropsStanzas {

  private static final int OF_LITERALS = 100;

  private final List<Entry> entries;

  private record Entry(ConfStanza stanza, StanzaPattern pattern, int priority) {

    static Entry of(ConfStanza stanza) {
      StanzaPattern pattern = StanzaPattern.of(stanza.name());
      String priority = stanza.value("priority");
      int usual = pattern.isLiteral() ? OF_LITERALS : 0;
      boolean isNumber = priority != null && priority.matches("-?[0-9]{1,9}");
      return new Entry(stanza, pattern, isNumber ? Integer.parseInt(priority) : usual);
    }

    StanzaPattern.Kind kind() {
      return pattern.kind();
    }

    String name() {
      return stanza.name();
    }
  }

  PropsStanzas(Collection<ConfStanza> stanzas) {
    entries =
        stanzas.stream()
            .map(Entry::of)
            .sorted(
                Comparator.comparing(Entry::kind)
                    .thenComparing(Entry::priority)
                    .thenComparing(Entry::name, Comparator.reverseOrder()))
            .toList();
  }

  /**
   * Those that are for an origin; later ones hold over earlier ones. Of a sourcetype that goes by
   * another name only what is done when events are read holds, the rest is that of the new name
   * (S-661).
   *
   * @param searched the sourcetype as searches see it
   */
  List<ConfStanza> of(EventOrigin origin, String searched) {
    List<ConfStanza> found = new ArrayList<>(matching(StanzaPattern.Kind.DEFAULT, ""));
    found.addAll(matching(StanzaPattern.Kind.SOURCETYPE, searched));
    if (!searched.equals(origin.sourcetype())) {
      for (ConfStanza own : matching(StanzaPattern.Kind.SOURCETYPE, origin.sourcetype())) {
        found.add(own.only(ReadingSettings::isOne));
      }
    }
    found.addAll(matching(StanzaPattern.Kind.HOST, origin.host()));
    found.addAll(matching(StanzaPattern.Kind.SOURCE, origin.source()));
    return found;
  }

  /** The name that {@code rename} gives a sourcetype, else the same. */
  String renamed(String sourcetype) {
    String name = sourcetype;
    for (ConfStanza stanza : matching(StanzaPattern.Kind.SOURCETYPE, sourcetype)) {
      String rename = stanza.value("rename");
      name = rename == null || rename.isEmpty() ? name : rename;
    }
    return name;
  }

  private List<ConfStanza> matching(StanzaPattern.Kind kind, String value) {
    List<ConfStanza> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.kind() == kind && entry.pattern().test().test(value)) {
        found.add(entry.stanza());
      }
    }
    return found;
  }

  /** The sourcetypes that have a stanza of their own. */
  List<String> sourcetypes() {
    return entries.stream()
        .filter(entry -> entry.kind() == StanzaPattern.Kind.SOURCETYPE)
        .filter(entry -> entry.pattern().isLiteral())
        .map(Entry::name)
        .filter(name -> !name.startsWith("(?::){0}"))
        .toList();
  }

  /** Whether one of them is for the sourcetype or source and no other. */
  boolean knows(EventOrigin origin) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.kind() == StanzaPattern.Kind.SOURCETYPE
                    ? entry.pattern().test().test(origin.sourcetype())
                    : entry.kind() == StanzaPattern.Kind.SOURCE
                        && entry.pattern().test().test(origin.source()));
  }
}
