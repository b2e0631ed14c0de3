package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Sums against the slices themselves, whatever is asked in whatever order. */
class RunningSumsPropertyTest {

  /** Something that is done with the sums; times are numbers of slices. */
  record Step(Kind kind, int from, int length) {}

  enum Kind {
    ADD,
    DROP_OLDEST,
    DROP,
    ASK
  }

  @Property(tries = 1000)
  void areWhatTheSlicesComeTo(@ForAll("steps") List<Step> steps, @ForAll("moving") boolean moves) {
    RunningSums sums = new RunningSums(RunningSumsPropertyTest::sum);
    TreeMap<Long, Integer> slices = new TreeMap<>();
    int moved = 0;
    for (Step step : steps) {
      long at = (long) step.from() + (moves ? moved++ : 0);
      switch (step.kind()) {
        case ADD -> {
          sums.add(at, count(step.length()));
          slices.merge(at, step.length(), Integer::sum);
        }
        case DROP_OLDEST -> {
          if (!slices.isEmpty()) {
            sums.drop(slices.firstKey());
            slices.pollFirstEntry();
          }
        }
        case DROP -> {
          if (slices.remove(at) != null) {
            sums.drop(at);
          }
        }
        case ASK -> {
          long to = at + step.length();
          int expected = slices.subMap(at, to).values().stream().mapToInt(i -> i).sum();
          assertThat(total(sums.in(at, to))).isEqualTo(expected);
        }
      }
    }
    assertThat(sums.isEmpty()).isEqualTo(slices.isEmpty());
  }

  @Property(tries = 50)
  void takeTwoTermsOfAWindowThatMovesOn(@ForAll("lengths") int length) {
    RunningSums sums = new RunningSums(RunningSumsPropertyTest::sum);
    for (int at = 0; at < 500; at++) {
      sums.add(at, count(1));
      long from = Math.max(0, at + 1 - length);
      List<List<@Nullable FieldValue>> terms = new ArrayList<>(sums.in(from, at + 1));
      assertThat(terms.size()).isLessThanOrEqualTo(2);
      assertThat(total(terms)).isEqualTo(Math.min(at + 1, length));
    }
  }

  private static List<@Nullable FieldValue> count(int count) {
    List<@Nullable FieldValue> partials = new ArrayList<>();
    partials.add(FieldValue.of(count));
    return partials;
  }

  private static List<@Nullable FieldValue> sum(
      List<@Nullable FieldValue> left, List<@Nullable FieldValue> right) {
    return count(number(left) + number(right));
  }

  private static int number(List<@Nullable FieldValue> partials) {
    return (int) Objects.requireNonNull(partials.get(0)).number();
  }

  private static int total(List<List<@Nullable FieldValue>> terms) {
    return terms.stream().mapToInt(RunningSumsPropertyTest::number).sum();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.ADD, Kind.ADD, Kind.ADD, Kind.DROP_OLDEST, Kind.DROP, Kind.ASK),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(1, 20))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  @Provide
  Arbitrary<Boolean> moving() {
    return Arbitraries.of(true, false);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.integers().between(1, 300);
  }
}
