package dev.highwater.app.agreement;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** A search over events with the fields {@code a}, {@code b} and the number {@code n}. */
record RandomSearch(List<Step> steps) {

  private static final String EVENTS = "index=* | fields a b n | fields - _*";

  /**
   * A command and what it does.
   *
   * @param run from the rows before it and those of all events to the rows behind it
   */
  record Step(String spl, Run run) {}

  interface Run {
    NaiveRows of(NaiveRows rows, NaiveRows events);
  }

  private static Step step(String spl, Function<NaiveRows, NaiveRows> run) {
    return new Step(spl, (rows, events) -> run.apply(rows));
  }

  String spl() {
    return EVENTS + steps.stream().map(step -> " | " + step.spl()).collect(Collectors.joining());
  }

  NaiveRows of(NaiveRows events) {
    NaiveRows rows = events;
    for (Step step : steps) {
      rows = step.run().of(rows, events);
    }
    return rows;
  }

  static Arbitrary<RandomSearch> any() {
    return anyStep().list().ofMinSize(1).ofMaxSize(6).map(RandomSearch::new);
  }

  private static Arbitrary<Step> anyStep() {
    Arbitrary<String> texts = Arbitraries.of("a", "b");
    Arbitrary<String> names = Arbitraries.of("a", "b", "n");
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 20);
    return Arbitraries.oneOf(
        List.of(
            numbers.map(n -> step("where n > " + n, rows -> rows.where(row -> number(row) > n))),
            names.map(f -> step("where isnotnull(" + f + ")", rows -> rows.where(has(f)))),
            names.map(f -> step("search NOT " + f + "=*", rows -> rows.where(has(f).negate()))),
            texts.map(f -> step("search " + f + "!=x", rows -> rows.where(row -> differs(row, f)))),
            Arbitraries.of(
                step("eval a=a.b", rows -> rows.eval("a", row -> joined(row))),
                step("eval n=n%3", rows -> rows.eval("n", row -> rest(row))),
                step("eval b=coalesce(b, a, \"none\")", rows -> rows.eval("b", row -> some(row))),
                step("reverse", NaiveRows::reverse)),
            names.map(f -> step("fields - " + f, rows -> rows.without(f))),
            texts.map(f -> step("rename " + f + " as c | rename c as " + f, rows -> rows)),
            numbers.map(n -> step("head " + (n + 1), rows -> rows.head(n + 1))),
            fields().map(by -> step("dedup " + String.join(" ", by), rows -> rows.dedup(by))),
            texts.map(f -> step("streamstats count as s by " + f, r -> r.streamCount("s", f))),
            texts.map(f -> step("eventstats count as e by " + f, r -> r.eventCount("e", f))),
            fields().map(RandomSearch::stats),
            fields().map(RandomSearch::stats),
            texts.map(RandomSearch::join),
            texts.map(RandomSearch::append)));
  }

  private static Arbitrary<List<String>> fields() {
    return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("a", "b"))
        .as((one, other) -> one.equals(other) ? List.of(one) : List.of(one, other));
  }

  private static Step stats(List<String> by) {
    return step(
        "stats count max(n) as most dc(b) as kinds values(n) as all by "
            + String.join(" ", by)
            + " | eval n=most | fields - most",
        rows -> rows.stats(by).renamed("most", "n"));
  }

  private static Step join(String field) {
    return new Step(
        "join type=left " + field + " [search " + EVENTS + " | stats count as j by " + field + "]",
        (rows, events) -> rows.join(field, counted(events, field)));
  }

  private static Step append(String field) {
    return new Step(
        "append [search " + EVENTS + " | stats count as j by " + field + "]",
        (rows, events) -> rows.append(counted(events, field)));
  }

  private static NaiveRows counted(NaiveRows events, String field) {
    NaiveRows counts = events.stats(List.of(field)).renamed("count", "j");
    return counts.without("all").without("kinds").without("most");
  }

  private static Predicate<Map<String, String>> has(String field) {
    return row -> row.containsKey(field);
  }

  private static boolean differs(Map<String, String> row, String field) {
    return !row.getOrDefault(field, "x").equalsIgnoreCase("x");
  }

  private static double number(Map<String, String> row) {
    String text = row.get("n");
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  private static @Nullable String joined(Map<String, String> row) {
    return row.containsKey("a") && row.containsKey("b") ? row.get("a") + row.get("b") : null;
  }

  private static @Nullable String rest(Map<String, String> row) {
    double number = number(row);
    return Double.isNaN(number) ? null : "" + (int) number % 3;
  }

  private static String some(Map<String, String> row) {
    String b = row.get("b");
    return b != null ? b : row.getOrDefault("a", "none");
  }
}
