package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that finds rows whose values are rare together.
 *
 * @param isFilter whether other rows go
 * @param threshold the probability below which a row is rare; {@code NaN} to take it from the rows
 * @param fields empty for all
 */
record AnomalyStage(boolean isFilter, double threshold, List<String> fields) implements Stage {

  private static final double INTERQUARTILE_RANGES = 1.5;

  AnomalyStage {
    fields = List.copyOf(fields);
  }

  @Override
  public CommandType type() {
    return CommandType.DATASET_PROCESSING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return fields.isEmpty() ? FieldSet.ALL : wanted.and(FieldSet.of(Set.copyOf(fields)));
  }

  @Override
  public @Nullable String carries(String name) {
    return name;
  }

  @Override
  public String describe() {
    return "anomalydetection action="
        + (isFilter ? "filter" : "annotate")
        + (Double.isNaN(threshold) ? "" : " pthresh=" + FieldValue.of(threshold).text())
        + (fields.isEmpty() ? "" : " " + Written.words(fields));
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    List<Row> rows = new ArrayList<>();
    return new RowSink() {
      @Override
      public void accept(Row row) {
        rows.add(row);
      }

      @Override
      public void finish() {
        give(rows, downstream);
        downstream.finish();
      }
    };
  }

  /** How rare a row is. */
  private record Rarity(double logarithm, String rarestField, double least, double most) {}

  private void give(List<Row> rows, RowSink downstream) {
    Map<String, ValueFrequencies> frequencies = frequencies(rows);
    List<Rarity> rarities = rows.stream().map(row -> rarity(row, frequencies)).toList();
    double limit = limit(rarities);
    for (int i = 0; i < rows.size(); i++) {
      Rarity rarity = rarities.get(i);
      boolean isRare = rarity.logarithm() < limit;
      if (isRare) {
        rows.get(i)
            .set("log_event_prob", FieldValue.of(rarity.logarithm()))
            .set("max_freq", FieldValue.of(rarity.most()))
            .set("probable_cause", FieldValue.of(rarity.rarestField()))
            .set("probable_cause_freq", FieldValue.of(rarity.least()));
      }
      if (isRare || !isFilter) {
        downstream.accept(rows.get(i));
      }
    }
  }

  private Map<String, ValueFrequencies> frequencies(List<Row> rows) {
    Set<String> names = new LinkedHashSet<>(fields);
    if (fields.isEmpty()) {
      rows.forEach(row -> names.addAll(row.names()));
      names.removeIf(name -> name.startsWith("_"));
    }
    Map<String, ValueFrequencies> frequencies = new LinkedHashMap<>();
    names.forEach(name -> frequencies.put(name, new ValueFrequencies(rows, name)));
    return frequencies;
  }

  private static Rarity rarity(Row row, Map<String, ValueFrequencies> frequencies) {
    double logarithm = 0;
    String rarest = "";
    double least = 1;
    double most = 0;
    for (Map.Entry<String, ValueFrequencies> entry : frequencies.entrySet()) {
      FieldValue value = row.get(entry.getKey());
      if (value != null) {
        double frequency = entry.getValue().of(value);
        logarithm += Math.log(frequency);
        most = Math.max(most, frequency);
        if (rarest.isEmpty() || frequency < least) {
          rarest = entry.getKey();
          least = frequency;
        }
      }
    }
    return new Rarity(logarithm, rarest, least, most);
  }

  private double limit(List<Rarity> rarities) {
    if (!Double.isNaN(threshold)) {
      return Math.log(threshold);
    }
    if (rarities.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    Quartiles quartiles = Quartiles.of(rarities.stream().mapToDouble(Rarity::logarithm).toArray());
    return quartiles.lower() - INTERQUARTILE_RANGES * quartiles.range();
  }
}
