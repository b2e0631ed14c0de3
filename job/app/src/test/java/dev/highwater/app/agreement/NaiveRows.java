package dev.highwater.app.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of texts, in order, and what commands make of them, each in the plainest way. Immutable. */
record NaiveRows(List<Map<String, String>> rows) {

  /** In any order, as the rows of all parts of a run come together. */
  List<String> sorted() {
    return rows.stream().map(row -> new TreeMap<>(row).toString()).sorted().toList();
  }

  private static NaiveRows of(List<Map<String, String>> rows) {
    return new NaiveRows(List.copyOf(rows));
  }

  NaiveRows where(Predicate<Map<String, String>> condition) {
    return of(rows.stream().filter(condition).toList());
  }

  NaiveRows eval(String name, Function<Map<String, String>, @Nullable String> value) {
    return each(row -> set(row, name, value.apply(row)));
  }

  private NaiveRows each(Function<Map<String, String>, Map<String, String>> change) {
    return of(rows.stream().map(row -> change.apply(new LinkedHashMap<>(row))).toList());
  }

  private static Map<String, String> set(
      Map<String, String> row, String name, @Nullable String value) {
    if (value == null) {
      row.remove(name);
    } else {
      row.put(name, value);
    }
    return row;
  }

  NaiveRows without(String name) {
    return each(row -> set(row, name, null));
  }

  NaiveRows renamed(String from, String to) {
    return each(
        row -> {
          String value = row.remove(from);
          return value == null ? row : set(row, to, value);
        });
  }

  NaiveRows head(int most) {
    return of(rows.subList(0, Math.min(most, rows.size())));
  }

  NaiveRows reverse() {
    List<Map<String, String>> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return of(reversed);
  }

  NaiveRows dedup(List<String> fields) {
    Set<List<String>> seen = new HashSet<>();
    return where(
        row ->
            row.keySet().containsAll(fields) && seen.add(fields.stream().map(row::get).toList()));
  }

  NaiveRows streamCount(String name, String by) {
    Map<String, Integer> counts = new HashMap<>();
    return eval(
        name,
        row -> {
          String value = row.get(by);
          return value == null ? row.get(name) : "" + counts.merge(value, 1, Integer::sum);
        });
  }

  NaiveRows eventCount(String name, String by) {
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, String> row : rows) {
      String value = row.get(by);
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    return eval(
        name,
        row -> {
          String value = row.get(by);
          return value == null ? row.get(name) : "" + counts.get(value);
        });
  }

  /** {@code stats count max(n) as most dc(b) as kinds values(n) as all by fields}. */
  NaiveRows stats(List<String> by) {
    Map<List<String>, List<Map<String, String>>> groups =
        rows.stream()
            .filter(row -> row.keySet().containsAll(by))
            .collect(Collectors.groupingBy(row -> by.stream().map(row::get).toList()));
    List<List<String>> keys = new ArrayList<>(groups.keySet());
    keys.sort(NaiveRows::compare);
    List<Map<String, String>> result = new ArrayList<>();
    for (List<String> key : keys) {
      List<Map<String, String>> group = groups.getOrDefault(key, List.of());
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < by.size(); i++) {
        row.put(by.get(i), key.get(i));
      }
      row.put("count", "" + group.size());
      set(row, "most", most(values(group, "n")));
      row.put("kinds", "" + new HashSet<>(values(group, "b")).size());
      Set<String> all = new TreeSet<>(values(group, "n"));
      set(row, "all", all.isEmpty() ? null : String.join("\n", all));
      result.add(row);
    }
    return of(result);
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<String> values(List<Map<String, String>> rows, String name) {
    return rows.stream()
        .filter(row -> row.containsKey(name))
        .flatMap(row -> row.getOrDefault(name, "").lines())
        .toList();
  }

  private static @Nullable String most(List<String> numbers) {
    return numbers.stream().max(Comparator.comparingInt(Integer::parseInt)).orElse(null);
  }

  /** {@code join type=left field}: the first row of the other side with the value. */
  NaiveRows join(String field, NaiveRows other) {
    return each(
        row -> {
          String value = row.get(field);
          for (Map<String, String> partner : other.rows()) {
            if (value != null && value.equals(partner.get(field))) {
              row.putAll(partner);
              return row;
            }
          }
          return row;
        });
  }

  NaiveRows append(NaiveRows other) {
    List<Map<String, String>> both = new ArrayList<>(rows);
    both.addAll(other.rows());
    return of(both);
  }
}
