package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.time.RelativeTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of a field into buckets (S-333, S-973).
 *
 * @param width {@code null} for one that follows from the values
 * @param bins buckets at most where the width follows from the values
 * @param least the least such width, {@code null} for any
 * @param start the range that such buckets cover at least, NaN for none
 * @param end likewise
 * @param align what {@code aligntime} says, empty for nothing
 */
record BinStage(
    String field,
    String target,
    @Nullable BinWidth width,
    int bins,
    @Nullable BinWidth least,
    double start,
    double end,
    String align)
    implements Stage {

  @Override
  public CommandType type() {
    return width == null ? CommandType.DATASET_PROCESSING : CommandType.DISTRIBUTABLE_STREAMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return wanted.and(FieldSet.of(field));
  }

  @Override
  public @Nullable String carries(String name) {
    return name.equals(target) ? null : name;
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before.and(FieldSet.of(target));
  }

  @Override
  public boolean needsRun() {
    return width == null || !(align.isEmpty() || FieldValue.of(align).isNumeric());
  }

  @Override
  public boolean isOrderSensitive() {
    return false;
  }

  /** The same with buckets of a width, so that they do not follow from the values. */
  BinStage ofWidth(BinWidth given) {
    return new BinStage(field, target, given, 0, null, Double.NaN, Double.NaN, align);
  }

  /** Whether it puts the field's own values into buckets. */
  boolean isOf(String name) {
    return field.equals(name) && target.equals(name);
  }

  /** How the buckets are cut, as SPL. */
  String options() {
    String text = width == null ? "bins=" + bins : "span=" + width.describe();
    text += least == null ? "" : " minspan=" + least.describe();
    text += Double.isNaN(start) ? "" : " start=" + FieldValue.of(start).text();
    text += Double.isNaN(end) ? "" : " end=" + FieldValue.of(end).text();
    return text + (align.isEmpty() ? "" : " aligntime=" + align);
  }

  @Override
  public String describe() {
    String text = "bin " + options() + " " + FieldName.inSpl(field);
    return target.equals(field) ? text : text + " AS " + FieldName.inSpl(target);
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    BinWidth known = width;
    if (known == null) {
      return new Ranged(this, downstream, run);
    }
    return new EachRow(
        downstream,
        row -> {
          apply(row, known, run);
          return true;
        });
  }

  private void apply(Row row, BinWidth known, RunContext run) {
    FieldValue value = row.get(field);
    if (value == null) {
      return;
    }
    double origin = origin(run);
    List<FieldValue> buckets = new ArrayList<>();
    for (FieldValue member : value.members()) {
      double number = member.number();
      buckets.add(Double.isNaN(number) ? member : known.bucket(number, origin, run.zone()));
    }
    row.set(target, MultiValue.of(buckets));
  }

  private double origin(RunContext run) {
    return switch (align) {
      case "" -> 0;
      case "earliest" -> run.earliestMillis() / 1000.0;
      case "latest" -> Math.min(run.latestMillis(), run.nowMillis()) / 1000.0;
      default ->
          FieldValue.of(align).isNumeric()
              ? Double.parseDouble(align)
              : RelativeTime.parse(align).apply(run.nowMillis(), run.zone()) / 1000.0;
    };
  }

  /** Waits for all rows to know the range of the values. */
  private static final class Ranged implements RowSink {
    private final BinStage stage;
    private final RowSink downstream;
    private final RunContext run;
    private final HeldRows rows;
    private double least;
    private double greatest;

    Ranged(BinStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.downstream = downstream;
      this.run = run;
      this.rows = new HeldRows(run);
      this.least = Double.isNaN(stage.start) ? Double.POSITIVE_INFINITY : stage.start;
      this.greatest = Double.isNaN(stage.end) ? Double.NEGATIVE_INFINITY : stage.end;
    }

    @Override
    public void accept(Row row) {
      rows.add(row);
      FieldValue value = row.get(stage.field);
      List<FieldValue> members = value == null ? List.of() : value.members();
      for (FieldValue member : members) {
        double number = member.number();
        if (Double.isFinite(number)) {
          least = Math.min(least, number);
          greatest = Math.max(greatest, number);
        }
      }
    }

    @Override
    public void finish() {
      BinWidth width = least > greatest ? null : width();
      for (Row row : rows) {
        if (width != null) {
          stage.apply(row, width, run);
        }
        downstream.accept(row);
      }
      rows.letGo();
      downstream.finish();
    }

    private BinWidth width() {
      if (stage.field.equals("_time")) {
        TimeSpan minimum = stage.least instanceof BinWidth.OfTime time ? time.span() : null;
        return new BinWidth.OfTime(TimeSpan.dividing(greatest - least, stage.bins, minimum));
      }
      double size = stage.least instanceof BinWidth.OfNumbers minimum ? minimum.size() : 0;
      double power = 1;
      while (power < size || count(power) > stage.bins) {
        power *= 10;
      }
      // Fractions only where one bucket of size 1 would hold everything.
      while (power / 10 >= size && greatest - least < 1 && count(power / 10) <= stage.bins) {
        power /= 10;
        if (power < 1e-12) {
          break;
        }
      }
      return new BinWidth.OfNumbers(power);
    }

    private double count(double size) {
      return Math.floor(greatest / size) - Math.floor(least / size) + 1;
    }
  }
}
