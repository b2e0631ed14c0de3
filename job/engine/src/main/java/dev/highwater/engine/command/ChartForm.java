package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code chart} and {@code timechart} make: a row for each value of one field, a column for
 * each value of another (S-338, S-974).
 *
 * @param split the field of the columns; {@code null} for a column for each aggregate
 * @param limit series that are shown, 0 for all
 * @param isTop whether those with the greatest totals are shown, else the least
 * @param other the column of the others; empty for none
 * @param missing the column of the rows without a value in {@code split}; empty for none
 * @param format how a column is called where there are several aggregates
 */
record ChartForm(
    List<AggregateCall> calls,
    String rowField,
    @Nullable String split,
    int limit,
    boolean isTop,
    String other,
    String missing,
    String format) {

  static final List<String> OPTIONS =
      List.of(
          "limit", "useother", "usenull", "nullstr", "otherstr", "sep", "format", "cont", "agg");

  private static final Pattern LIMIT =
      Pattern.compile("(top|bottom)?\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  static ChartForm of(
      List<AggregateCall> calls,
      String rowField,
      @Nullable String split,
      CommandOptions options,
      ArgumentReader arguments) {
    Word limit = options.word("limit");
    Matcher matcher = LIMIT.matcher(limit == null ? "10" : limit.text());
    if (!matcher.matches()) {
      throw arguments.error(
          limit == null ? arguments.here() : limit.span(),
          "limit must be a number, topN or bottomN",
          "Write limit=10");
    }
    if (split == null) { // nothing of the rest matters
      return new ChartForm(calls, rowField, null, 0, true, "", "", "");
    }
    boolean isTop = !"bottom".equalsIgnoreCase(matcher.group(1));
    String separator = options.text("sep", ": ");
    return new ChartForm(
        calls,
        rowField,
        split,
        Integer.parseInt(matcher.group(2)),
        isTop,
        options.isTrue("useother", true) ? options.text("otherstr", "OTHER") : "",
        options.isTrue("usenull", true) ? options.text("nullstr", "NULL") : "",
        options.text("format", "$AGG$" + separator + "$VAL$"));
  }

  /** What the column of an aggregate and a series is called. */
  String column(AggregateCall call, String series) {
    if (split == null) {
      return call.outputName();
    }
    return calls.size() == 1
        ? series
        : format.replace("$AGG$", call.outputName()).replace("$VAL$", series);
  }

  /** The fields that its rows may have: the columns are known where nothing splits them. */
  FieldSet fields() {
    if (split != null) {
      return FieldSet.ALL;
    }
    Set<String> names = new TreeSet<>();
    names.add(rowField);
    calls.forEach(call -> names.add(call.outputName()));
    return FieldSet.of(names);
  }

  FieldSet reads() {
    FieldSet reads = FieldSet.of(rowField);
    for (AggregateCall call : calls) {
      reads = reads.and(call.reads());
    }
    return split == null ? reads : reads.and(FieldSet.of(split));
  }

  /** The options that are not as usual, then the aggregates. */
  String describe() {
    StringBuilder text = new StringBuilder();
    if (split != null) {
      text.append("limit=").append(isTop ? "top" : "bottom").append(limit);
      text.append(other.isEmpty() ? " useother=false" : " otherstr=" + quoted(other));
      text.append(missing.isEmpty() ? " usenull=false" : " nullstr=" + quoted(missing));
      text.append(" format=").append(quoted(format)).append(' ');
    }
    return text + calls.stream().map(AggregateCall::describe).collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return FieldName.inSpl(text);
  }
}
