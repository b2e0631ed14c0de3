package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code timechart [options] aggregates [BY field]}: a row for each bucket of time of the searched
 * range, also for the empty ones. Rules S-338, S-974.
 */
public final class Timechart implements SearchCommand {

  private static final List<String> OPTIONS =
      List.of("span", "bins", "minspan", "partial", "fixedrange");

  @Override
  public String name() {
    return "timechart";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> known = new ArrayList<>(ChartForm.OPTIONS);
    known.addAll(OPTIONS);
    CommandOptions options =
        new CommandOptions(arguments, name(), known, List.of("aligntime", "dedup_splitvals"));
    options.read();
    AggregateReader reader =
        new AggregateReader(arguments, context, AggregateReader.Dialect.BUCKETS);
    List<AggregateCall> calls = reader.readUpTo("by");
    options.read();
    String split = arguments.tryKeyword("by") ? split(arguments, reader) : null;
    options.read();
    if (arguments.peekKeyword("where")) {
      throw new SplException(
          Diagnostic.unsupported(arguments.here(), "where in timechart is not supported")
              .withRule("S-338"));
    }
    arguments.expectEnd();
    return List.of(
        new TimechartStage(
            ChartForm.of(calls, "_time", split, options, arguments),
            span(options.word("span"), arguments),
            options.whole("bins", 1, 100),
            span(options.word("minspan"), arguments),
            options.isTrue("cont", true),
            options.isTrue("partial", true),
            options.isTrue("fixedrange", true)));
  }

  private static String split(ArgumentReader arguments, AggregateReader reader) {
    List<Word> fields = arguments.fields("a by-field", "where");
    List<String> names = reader.by(fields);
    if (names.size() != 1) {
      throw arguments.error(fields.get(fields.size() - 1).span(), "timechart takes one by-field");
    }
    return names.get(0);
  }

  private static @Nullable TimeSpan span(@Nullable Word word, ArgumentReader arguments) {
    TimeSpan span = word == null ? null : TimeSpan.parse(word.text());
    if (word != null && span == null) {
      throw arguments.error(word.span(), "'" + word.text() + "' is no span", "Write 5m or 1d");
    }
    return span == null || span.equals(TimeSpan.AUTO) ? null : span;
  }

  /**
   * The running command.
   *
   * @param span {@code null} for one that cuts the range into {@code bins} at most
   * @param least the least such span
   * @param isContinuous whether empty buckets have rows
   * @param hasPartial whether buckets have rows that lie in the range in part
   * @param isFixedRange whether buckets cover the range, else only the events
   */
  record TimechartStage(
      ChartForm form,
      @Nullable TimeSpan span,
      int bins,
      @Nullable TimeSpan least,
      boolean isContinuous,
      boolean hasPartial,
      boolean isFixedRange)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return form.reads();
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return form.fields();
    }

    @Override
    public boolean givesRowsWithoutInput() {
      return form.split() == null && isContinuous;
    }

    @Override
    public boolean isOrderSensitive() {
      return form.calls().stream().anyMatch(AggregateCall::isOrderSensitive);
    }

    @Override
    public String describe() {
      String text = "timechart " + (span == null ? "bins=" + bins : "span=" + span);
      text += least == null ? "" : " minspan=" + least;
      text += isContinuous ? "" : " cont=false";
      text += hasPartial ? "" : " partial=false";
      text += isFixedRange ? " " : " fixedrange=false ";
      text += form.describe();
      return form.split() == null ? text : text + " by " + FieldName.inSpl(form.split());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new TimeBuckets(this, downstream, run);
    }
  }
}
