package dev.highwater.engine.command;

import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.spl.Word;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Field names as commands list them, {@code *} standing for any text. Case counts. */
final class FieldPatterns {

  private final List<String> names;
  private final Set<String> plain;
  private final List<Wildcard> wildcards;
  private final boolean sparesInternal;

  private FieldPatterns(List<String> names, boolean sparesInternal) {
    this.names = List.copyOf(names);
    this.sparesInternal = sparesInternal;
    this.plain =
        names.stream().filter(name -> !isPattern(name)).collect(Collectors.toUnmodifiableSet());
    this.wildcards =
        names.stream()
            .filter(FieldPatterns::isPattern)
            .map(name -> new Wildcard(name, WildcardPattern.exact(name)))
            .toList();
  }

  /** Wildcards reach every field. */
  static FieldPatterns of(List<Word> words) {
    return new FieldPatterns(words.stream().map(Word::text).toList(), false);
  }

  /** A wildcard at the start of a name reaches no field whose name begins with an underscore. */
  static FieldPatterns sparingInternal(List<Word> words) {
    return new FieldPatterns(words.stream().map(Word::text).toList(), true);
  }

  static boolean isPattern(String name) {
    return name.indexOf('*') >= 0;
  }

  /** Whether there are no names at all. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether a wildcard is among the names. */
  boolean hasWildcard() {
    return !wildcards.isEmpty();
  }

  /** As written, in order. */
  List<String> names() {
    return names;
  }

  boolean matches(String name) {
    if (plain.contains(name)) {
      return true;
    }
    for (Wildcard wildcard : wildcards) {
      if (reaches(wildcard, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(Wildcard wildcard, String name) {
    return wildcard.pattern().matches(name)
        && !(sparesInternal && name.startsWith("_") && wildcard.text().startsWith("*"));
  }

  private record Wildcard(String text, WildcardPattern pattern) {}

  /** The names that are meant among {@code present}, in the order of this list, none twice. */
  Set<String> among(Collection<String> present) {
    Set<String> found = new LinkedHashSet<>();
    int pattern = 0;
    for (String name : names) {
      if (isPattern(name)) {
        Wildcard wildcard = wildcards.get(pattern++);
        present.stream().filter(each -> reaches(wildcard, each)).forEach(found::add);
      } else if (present.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  /** The fields that are meant, all where a wildcard is among them. */
  FieldSet fields() {
    return hasWildcard() ? FieldSet.ALL : FieldSet.of(plain);
  }

  /** The fields of {@code wanted} that pass; of all fields, {@code whenAll}. */
  static FieldSet only(FieldSet wanted, Predicate<String> passes, FieldSet whenAll) {
    return wanted.isAll()
        ? whenAll
        : FieldSet.of(wanted.names().stream().filter(passes).collect(Collectors.toSet()));
  }

  /** As SPL. */
  String describe() {
    return Written.words(names);
  }
}
