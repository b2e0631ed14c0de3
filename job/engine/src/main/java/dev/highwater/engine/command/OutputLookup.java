package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code outputlookup [append=true] [override_if_empty=false] [key_field=field] [max=n] table}:
 * makes the rows the contents of a lookup, or adds them to it, and lets them pass. Rules S-355,
 * S-356, S-994.
 */
public final class OutputLookup implements SearchCommand {

  private static final String[] WITHOUT_EFFECT = {
    "create_empty", "createinapp", "create_context", "output_format"
  };
  private static final String[] OPTIONS = {"append", "override_if_empty", "key_field", "max"};

  @Override
  public String name() {
    return "outputlookup";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Settings settings = new Settings(false, true, null, Long.MAX_VALUE).with(arguments);
    LookupReference lookup = LookupReference.toWrite(arguments, context);
    settings = settings.with(arguments);
    arguments.expectEnd();
    return List.of(new Output(lookup, settings));
  }

  private record Settings(
      boolean isAppended, boolean emptiesIfEmpty, @Nullable String key, long most) {

    Settings with(ArgumentReader arguments) {
      if (arguments.tryOption(WITHOUT_EFFECT) != null) {
        return with(arguments);
      }
      Option option = arguments.tryOption(OPTIONS);
      if (option == null) {
        return this;
      }
      Settings changed =
          switch (option.name()) {
            case "append" ->
                new Settings(arguments.bool(option.value()), emptiesIfEmpty, key, most);
            case "override_if_empty" ->
                new Settings(isAppended, arguments.bool(option.value()), key, most);
            case "max" ->
                new Settings(isAppended, emptiesIfEmpty, key, Numbers.whole(option, arguments));
            default -> new Settings(isAppended, emptiesIfEmpty, option.value().text(), most);
          };
      return changed.with(arguments);
    }

    String describe() {
      return (isAppended ? "append=true " : "")
          + (emptiesIfEmpty ? "" : "override_if_empty=false ")
          + (key == null ? "" : "key_field=" + Written.word(key) + " ")
          + (most == Long.MAX_VALUE ? "" : "max=" + most + " ");
    }
  }

  private record Output(LookupReference lookup, Settings settings) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      List<String> columns = lookup.definition().fields();
      return columns.isEmpty()
          ? FieldSet.ALL
          : wanted
              .and(FieldSet.of(columns.toArray(new String[0])))
              .and(settings.key() == null ? FieldSet.NONE : FieldSet.of(settings.key()));
    }

    /** Columns for which a row has no field stay empty. */
    @Override
    public FieldSet expects() {
      return FieldSet.NONE;
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public Set<String> readsLookups() {
      return settings.isAppended() || settings.key() != null ? lookup.names() : Set.of();
    }

    @Override
    public Set<String> writesLookups() {
      return lookup.names();
    }

    @Override
    public String describe() {
      return "outputlookup " + settings.describe() + Written.word(lookup.written());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Writer(this, downstream, run);
    }
  }

  private static final class Writer implements RowSink {
    private final Output output;
    private final RowSink downstream;
    private final RunContext run;
    private final List<Row> rows = new ArrayList<>();

    Writer(Output output, RowSink downstream, RunContext run) {
      this.output = output;
      this.downstream = downstream;
      this.run = run;
    }

    @Override
    public void accept(Row row) {
      if (rows.size() < output.settings().most()) {
        rows.add(row.copy());
      }
      downstream.accept(row);
    }

    @Override
    public void finish() {
      Settings settings = output.settings();
      if (!rows.isEmpty() || (settings.emptiesIfEmpty() && !settings.isAppended())) {
        output.lookup().write(contents(output.lookup().contents(run)), run);
      }
      downstream.finish();
    }

    private LookupTable contents(LookupTable before) {
      boolean isKept = output.settings().isAppended() || output.settings().key() != null;
      Set<String> columns = new LinkedHashSet<>(output.lookup().definition().fields());
      if (columns.isEmpty()) {
        columns.addAll(isKept && !before.fields().isEmpty() ? before.fields() : namesInRows());
      }
      List<Row> written = new ArrayList<>(isKept ? before.rows() : List.of());
      rows.forEach(row -> written.add(only(columns, row)));
      return new LookupTable(
          List.copyOf(columns), output.settings().key() == null ? written : lastOfEachKey(written));
    }

    /** The fields of the rows; internal ones but for the time are left out. */
    private Set<String> namesInRows() {
      Set<String> names = new LinkedHashSet<>();
      for (Row row : rows) {
        for (String name : row.names()) {
          if (!name.startsWith("_") || name.equals("_time")) {
            names.add(name);
          }
        }
      }
      return names;
    }

    private Row only(Set<String> columns, Row row) {
      Row kept = new Row();
      boolean isFile = output.lookup().definition().fields().isEmpty();
      FieldValue empty = isFile ? FieldValue.of("") : null; // S-355, S-356
      for (String column : columns) {
        FieldValue value = row.get(column);
        kept.set(column, value == null ? empty : FieldValue.of(value.text()));
      }
      String key = output.settings().key();
      FieldValue id = key == null ? row.get("_key") : row.get(key);
      return kept.set("_key", id == null ? null : FieldValue.of(id.text()));
    }

    /** One row for each key, where the first one stood; rows without one stay. */
    private static List<Row> lastOfEachKey(List<Row> rows) {
      Map<Object, Row> byKey = new LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        FieldValue key = rows.get(i).get("_key");
        byKey.put(key == null ? (Object) i : key.text(), rows.get(i));
      }
      return List.copyOf(byKey.values());
    }
  }
}
