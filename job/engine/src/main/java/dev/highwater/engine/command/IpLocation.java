package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code iplocation [prefix=] [allfields=] [lang=] field}: where an address is. Without a database
 * every address is unknown, and its fields are empty. Rules S-337, S-988.
 */
public final class IpLocation implements SearchCommand {

  @Override
  public String name() {
    return "iplocation";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String prefix = "";
    boolean hasAll = false;
    String field = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("prefix", "allfields", "lang");
      if (option == null) {
        if (field != null) {
          arguments.expectEnd();
        }
        field = arguments.fieldName("a field that holds an address").text();
      } else if (option.name().equals("prefix")) {
        prefix = option.value().text();
      } else if (option.name().equals("allfields")) {
        hasAll = arguments.bool(option.value());
      }
    }
    if (field == null) {
      field = arguments.word("a field that holds an address").text();
    }
    return List.of(new IpLocationStage(field, prefix, hasAll));
  }

  private static final List<String> USUAL = List.of("City", "Country", "Region", "lat", "lon");
  private static final List<String> EVERY =
      List.of("City", "Continent", "Country", "MetroCode", "Region", "Timezone", "lat", "lon");

  private record IpLocationStage(String field, String prefix, boolean hasAll) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    private List<String> added() {
      return (hasAll ? EVERY : USUAL).stream().map(name -> prefix + name).toList();
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return added().contains(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(Set.copyOf(added())));
    }

    @Override
    public String describe() {
      return "iplocation"
          + (prefix.isEmpty() ? "" : " prefix=" + Written.quoted(prefix))
          + (hasAll ? " allfields=true" : "")
          + " "
          + Written.word(field);
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Locations(this, downstream, run);
    }
  }

  private static final class Locations implements RowSink {
    private final IpLocationStage stage;
    private final List<String> added;
    private final RowSink downstream;
    private final RunContext run;
    private boolean isNoted;

    Locations(IpLocationStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.added = stage.added();
      this.downstream = downstream;
      this.run = run;
    }

    @Override
    public void accept(Row row) {
      if (row.get(stage.field()) != null) {
        added.forEach(name -> row.set(name, FieldValue.of("")));
        if (!isNoted) {
          run.resources().note("iplocation has no database: every address is unknown");
          isNoted = true;
        }
      }
      downstream.accept(row);
    }

    @Override
    public void finish() {
      downstream.finish();
    }
  }
}
