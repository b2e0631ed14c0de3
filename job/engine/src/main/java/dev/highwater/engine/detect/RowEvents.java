package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events behind the rows of a run: those of the stored groups and rows whose key agrees with
 * the row in all values that reach it unchanged (S-2010). For one use by one thread.
 */
final class RowEvents {

  private final SearchPlan plan;
  private final Map<Integer, List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>>> searched =
      new HashMap<>();
  private final Map<List<Traced>, Map<List<String>, FieldValue>> byValues = new HashMap<>();
  private @Nullable List<Traced> traced;

  /** A value of the key and the field of the result that has it. */
  private record Traced(int place, String field) {}

  RowEvents(SearchPlan plan) {
    this.plan = plan;
  }

  /** Takes in what a scan of the run has searched. */
  void searched(ScanPlan scan, List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored) {
    searched.put(scan.id(), stored);
  }

  /** The first events behind a row; all that were searched where nothing of the row tells. */
  List<EventPosition> of(Row row) {
    if (traced == null) {
      traced = traced();
    }
    List<Traced> known = traced.stream().filter(each -> row.get(each.field()) != null).toList();
    List<String> values =
        known.stream().map(each -> Objects.requireNonNull(row.get(each.field())).text()).toList();
    FieldValue events = byValues.computeIfAbsent(known, this::index).get(values);
    if (events == null) {
      events = byValues.computeIfAbsent(List.of(), this::index).get(List.of());
    }
    return FirstEvents.positions(events);
  }

  private Map<List<String>, FieldValue> index(List<Traced> places) {
    Map<List<String>, FieldValue> index = new HashMap<>();
    ScanPlan main = mainScan();
    searched.forEach(
        (scan, stored) -> {
          if (main == null || main.id() == scan) {
            stored.forEach(entry -> add(index, places, scan, entry));
          }
        });
    return index;
  }

  private void add(
      Map<List<String>, FieldValue> index,
      List<Traced> places,
      int scan,
      Map.Entry<GroupSlice, List<@Nullable FieldValue>> entry) {
    FieldValue events = ScheduledSearch.eventsOf(plan.scans().get(scan), entry.getValue());
    if (events != null) {
      List<String> values = new ArrayList<>();
      for (Traced each : places) {
        FieldValue value = entry.getKey().key().get(each.place());
        values.add(value == null ? "" : value.text());
      }
      index.merge(
          values, events, (left, right) -> Objects.requireNonNull(FirstEvents.merge(left, right)));
    }
  }

  /** Which values of the main scan's keys reach the result. */
  private List<Traced> traced() {
    ScanPlan scan = mainScan();
    List<Traced> places = new ArrayList<>();
    if (scan != null) {
      List<String> names = scan.form().keyFields();
      for (int i = 0; i < names.size(); i++) {
        String field = names.get(i).isEmpty() ? null : resultOf(names.get(i), scan);
        if (field != null && hasOneValue(scan, i)) {
          places.add(new Traced(i, field));
        }
      }
    }
    return places;
  }

  /** Stages may take several values apart. */
  private boolean hasOneValue(ScanPlan scan, int place) {
    return searched.getOrDefault(scan.id(), List.of()).stream()
        .noneMatch(entry -> entry.getKey().key().get(place) instanceof MultiValue);
  }

  private @Nullable String resultOf(String name, ScanPlan scan) {
    List<Stage> stages = plan.main().stages();
    String field = name;
    for (Stage stage : stages.subList(scan.stagesDone(), stages.size())) {
      field = field == null ? null : stage.carries(field);
    }
    return field;
  }

  /** The scan that the search begins with; {@code null} where its rows come from elsewhere. */
  private @Nullable ScanPlan mainScan() {
    return plan.main().stages().get(0) instanceof ScanStage stage && stage.origin() == null
        ? plan.scan(stage)
        : null;
  }
}
