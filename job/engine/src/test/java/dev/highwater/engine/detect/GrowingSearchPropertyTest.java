package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Rule S-1950: what a growing search has found it finds whatever else comes. */
class GrowingSearchPropertyTest {

  private static final EventOrigin ORIGIN = new EventOrigin("log", "h", "log", "lines", "main");

  private static final String GROUPS =
      "search index=main | stats count dc(user) as users values(user) as user sum(x) as sum"
          + " avg(x) as avg min(x) as least max(x) as greatest min(_time) as first"
          + " max(_time) as last range(x) as range sumsq(x) as squares"
          + " sum(eval(if(x>1,1,0))) as some latest(x) as latest by app | ";

  @Property(tries = 300)
  void losesNoFinding(@ForAll("filters") String filter, @ForAll("events") List<String> events) {
    DetectionSet detections = detections(GROUPS + filter);
    boolean isGrowing = GrowingSearch.isIn(detections.detection("id"));
    boolean isFound = isGrowing && !found(detections, events).isEmpty();
    Statistics.collect(isFound);
    Statistics.coverage(checker -> checker.check(true).count(count -> count > 0));
    if (!isFound) {
      return;
    }
    List<String> before = List.of();
    for (int known = 1; known <= events.size(); known++) {
      List<String> found = found(detections, events.subList(0, known));
      assertThat(found).as("%s of %s", filter, events.subList(0, known)).containsAll(before);
      before = found;
    }
  }

  private static List<String> found(DetectionSet detections, List<String> lines) {
    List<RawEvent> events = new ArrayList<>();
    for (String line : lines) {
      events.add(RawEvent.of(ORIGIN, events.size(), line));
    }
    return ReferenceReplay.replay(detections, events.iterator()).findings().stream()
        .map(Finding::findingId)
        .toList();
  }

  private static DetectionSet detections(String search) {
    DetectionItem item =
        new DetectionItem(
            "id",
            "Growing",
            1,
            "TTP",
            search,
            new ScheduleItem("0 * * * *", "-1h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
            FindingActions.none("Growing"));
    return DetectionSet.compile(
        ContentRevision.of(List.of(item), ContentPack.builtIn().macros(), List.of()),
        ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<List<String>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 59),
            Arbitraries.of("a", "a", "b"),
            Arbitraries.of("", " user=a", " user=b", " user=ab", " user=3"),
            Arbitraries.of("", " x=-2", " x=0", " x=1", " x=2.5", " x=30", " x=0abc", " x=z"))
        .as(
            (second, app, user, x) ->
                String.format("2026-03-01T10:05:%02dZ app=%s%s%s", second, app, user, x))
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> filters() {
    return Arbitraries.oneOf(
        conditions(2).map(condition -> "where " + condition),
        tests(2).map(test -> "search " + test),
        Combinators.combine(numbers(1), conditions(1))
            .as((number, condition) -> "eval n=" + number + ", count=n | where " + condition),
        Combinators.combine(
                Arbitraries.of("app", "user", "latest"),
                Arbitraries.of("users", "user", "sum"),
                conditions(1))
            .as(
                (field, group, condition) ->
                    "rex field=" + field + " \"(?<" + group + ">[b3])\" | where " + condition));
  }

  private static Arbitrary<String> numbers(int depth) {
    Arbitrary<String> simple =
        Arbitraries.of(
            "count",
            "users",
            "sum",
            "avg",
            "least",
            "greatest",
            "range",
            "squares",
            "some",
            "latest",
            "(first-1772359500)",
            "(last-1772359500)",
            "mvcount(user)",
            "0",
            "1",
            "2",
            "30",
            "app");
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = numbers(depth - 1);
    return Arbitraries.oneOf(
        simple,
        Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/", "%"), inner)
            .as((left, operator, right) -> "(" + left + operator + right + ")"),
        inner.map(number -> "round(" + number + ",1)"),
        inner.map(number -> number + "*-2"),
        inner.map(number -> "(-" + number + ")"));
  }

  private static Arbitrary<String> conditions(int depth) {
    Arbitrary<String> comparison =
        Combinators.combine(
                numbers(1),
                Arbitraries.of("<", "<=", ">", ">", ">=", ">=", "=", "!="),
                Arbitraries.oneOf(Arbitraries.of("0", "1"), numbers(1)))
            .as((left, operator, right) -> left + operator + right);
    Arbitrary<String> simple =
        Arbitraries.oneOf(
            comparison,
            comparison,
            Arbitraries.of(
                "user=\"a\"",
                "user!=\"a\"",
                "user LIKE \"a%\"",
                "\"ab\" LIKE user",
                "match(user, \"b\")",
                "match(\"ab\", user)",
                "like(user, \"_b\")",
                "user IN (\"a\", \"b\")",
                "\"a\" IN (user, latest)",
                "isnull(user)",
                "isnotnull(sum)",
                "isnull(latest)",
                "app=\"a\""));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = conditions(depth - 1);
    return Arbitraries.oneOf(
        simple,
        inner.map(condition -> "NOT (" + condition + ")"),
        Combinators.combine(inner, Arbitraries.of("AND", "OR", "XOR"), inner)
            .as((left, operator, right) -> "(" + left + ") " + operator + " (" + right + ")"));
  }

  private static Arbitrary<String> tests(int depth) {
    Arbitrary<String> simple =
        Combinators.combine(
                Arbitraries.of(
                    "count", "users", "user", "sum", "least", "some", "squares", "range", "app"),
                Arbitraries.of("<", "<=", ">", ">=", "=", "!="),
                Arbitraries.of("0", "1", "2", "a", "a*", "*"))
            .as((field, operator, value) -> field + operator + value);
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = tests(depth - 1);
    return Arbitraries.oneOf(
        simple,
        inner.map(test -> "NOT (" + test + ")"),
        Combinators.combine(inner, Arbitraries.of("AND", "OR"), inner)
            .as((left, operator, right) -> "(" + left + ") " + operator + " (" + right + ")"));
  }
}
