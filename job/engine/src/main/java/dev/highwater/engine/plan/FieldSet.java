package dev.highwater.engine.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The fields that something reads or writes: a finite set of names, or all there are.
 *
 * @param isAll whether every field may be meant; {@code names} is empty then
 */
public record FieldSet(boolean isAll, Set<String> names) {

  public static final FieldSet ALL = new FieldSet(true, Set.of());
  public static final FieldSet NONE = new FieldSet(false, Set.of());

  public FieldSet {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  public static FieldSet of(String... names) {
    return new FieldSet(false, new TreeSet<>(List.of(names)));
  }

  public static FieldSet of(Set<String> names) {
    return new FieldSet(false, names);
  }

  /** All fields that are in any of the sets. */
  public static FieldSet union(Collection<FieldSet> sets) {
    Set<String> union = new TreeSet<>();
    for (FieldSet set : sets) {
      if (set.isAll) {
        return ALL;
      }
      union.addAll(set.names);
    }
    return of(union);
  }

  /** The fields that the test holds for; all of them stay all. */
  public FieldSet filter(Predicate<String> test) {
    return isAll ? ALL : of(names.stream().filter(test).collect(Collectors.toSet()));
  }

  public FieldSet and(FieldSet other) {
    if (isAll || other.isAll) {
      return ALL;
    }
    Set<String> union = new TreeSet<>(names);
    union.addAll(other.names);
    return of(union);
  }

  public boolean has(String name) {
    return isAll || names.contains(name);
  }

  @Override
  public String toString() {
    return isAll ? "*" : String.join(", ", names);
  }
}
